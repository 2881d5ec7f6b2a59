import assert from "node:assert/strict";
import type { RecordedEvent } from "../../src/events/event.ts";
import { takeCheckpoints } from "../../src/main/take_checkpoints.ts";
import { noticePorts } from "../support/notice_ports.ts";
import { incoming } from "../support/trial.ts";
import { accessiblePages } from "./accessible_pages.ts";
import { browserTest } from "./browser.ts";
import { type ServedTrial, serveTrial } from "./served_trial.ts";

const ENDPOINTS = "/api/v1/notifications/endpoints";
const DAY_MS = 86_400_000;

/** Somebody's program that is sent the log. */
async function sentTo(trial: ServedTrial, name: string, given: unknown) {
  const made = await trial.call("POST", ENDPOINTS, {
    url: `https://hooks.foxglove.example/${name}`,
    description: name,
    kinds: [],
  });
  assert.equal(made.status, 201, made.text);
  const path = `${ENDPOINTS}/${made.body["id"]}/events`;
  const fed = await trial.call("PUT", path, given);
  assert.equal(fed.status, 201, fed.text);
}

accessiblePages("events", async (trial) => {
  const [timber] = await trial.categories("Timber");
  const [first] = await trial.send(
    ...Array.from({ length: 16 }, (_, i) => incoming({ description: `R${i}` })),
  );
  await trial.runJobs();
  await trial.giveAll(() => timber!);
  await takeCheckpoints(trial.deps);
  trial.clock.advance(DAY_MS);
  await trial.categories("Glue");
  await takeCheckpoints(trial.deps);
  await sentTo(trial, "Warehouse", { after: 0 });
  await sentTo(trial, "Archive", { types: ["TX_APPROVED"], paused: true });
  return {
    list: "/events",
    shown: async (page) => {
      await trial.visit(page, "/events?type=PROCESSED");
      await page.locator("summary").first().click();
      await page.getByRole("region").first().waitFor();
    },
    older: "/events?before=12",
    oldest: "/events?before=3",
    "about one": `/events?subject=${first}`,
    "none found": "/events?type=MEMBER_REMOVED",
    "bad filter": "/events?subject=Timber&type=NOTHING&before=4",
    chain: "/events/chain",
    checked: "/events/chain?check=on",
  };
}, { options: { notices: await noticePorts({ allow: [], publicUrl: null }) } });

accessiblePages("events for a viewer", (trial) => {
  // There is nothing but the company and its key.
  assert(trial.tenant);
  return Promise.resolve({ list: "/events", chain: "/events/chain" });
}, { role: "viewer" });

browserTest(
  "an event is found by its type, and all that happened to its record, without any script",
  async (open) => {
    const trial = await serveTrial();
    try {
      const [timber] = await trial.categories("Timber");
      await trial.send(
        ...["Oak", "Ash", "Elm"].map((description) =>
          incoming({ description })
        ),
      );
      await trial.runJobs();
      const [waiting] = await trial.waiting();
      const record = await trial.record(waiting!.recordId);
      await trial.call("PATCH", `/api/v1/records/${record.id}`, {
        category_id: timber,
      });
      const page = await open({ scripts: false });
      await trial.signIn(page, "viewer");
      await trial.visit(page, "/records");
      await page.getByRole("link", { name: "Event log" }).click();
      await page.getByRole("row").filter({ hasText: "Member added" }).first()
        .waitFor();
      assert.equal(await page.getByText("Sent to").count(), 0);
      await page.getByLabel("What happened").selectOption(
        "Record decided otherwise",
      );
      await page.getByRole("button", { name: "Show" }).click();
      const rows = page.getByRole("row");
      await page.waitForURL(/type=TX_OVERRIDDEN/);
      await rows.nth(1).waitFor();
      assert.equal(await rows.count(), 2);
      await rows.nth(1).getByText("Show the content").click();
      await page.getByText(`record_id: ${record.id}`).waitFor();
      await page.getByText("an API key").waitFor();
      await page.getByRole("link", { name: "All about it" }).click();
      assert.equal(
        await page.getByLabel("About, by its id").inputValue(),
        record.id,
      );
      assert.deepEqual(
        await page.locator("td.title").allInnerTexts(),
        [
          "Record decided otherwise",
          "Record changed",
          "Record processed",
          "Record taken in",
        ],
      );
      await page.getByRole("link", { name: "Record of event" }).first()
        .click();
      await page.getByRole("heading", { level: 1, name: record.description })
        .waitFor();

      await trial.visit(page, "/events?subject=Oak");
      await page.getByText("About, by its id is not the id").waitFor();
    } finally {
      await trial.stop();
    }
  },
);

browserTest(
  "the log is read back to its beginning, checked and taken along",
  async (open) => {
    const trial = await serveTrial({
      notices: await noticePorts({ allow: [], publicUrl: null }),
    });
    try {
      await sentTo(trial, "Warehouse", { after: 0, paused: true });
      const names = Array.from({ length: 120 }, (_, i) => `C${i}`);
      await trial.categories(...names);
      const page = await open();
      await trial.signIn(page);
      const head = async () =>
        Number(
          (await trial.call("GET", "/api/v1/events/checkpoint")).body["seq"],
        );
      await trial.visit(page, "/events");
      const feed = page.getByRole("row").filter({ hasText: "Warehouse" });
      await feed.getByText("Paused").waitFor();
      await feed.getByText(String(await head()), { exact: true }).waitFor();
      const seen: number[] = [];
      for (;;) {
        await page.getByRole("row").filter({ hasText: "Category made" })
          .first().waitFor();
        const table = page.getByRole("table").filter({
          hasText: "Latest first",
        });
        seen.push(
          ...(await table.locator("td:first-child").allInnerTexts())
            .map((text) => Number(text)),
        );
        const older = page.getByRole("link", { name: "Older" });
        if (await older.count() === 0) break;
        await older.click();
        await page.waitForURL(new RegExp(`before=${seen.at(-1)}`));
      }
      const all = await head();
      assert.deepEqual(seen, Array.from({ length: all }, (_, i) => all - i));
      await page.getByRole("link", { name: "Latest" }).click();

      const [saved] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("link", { name: "Export" }).click(),
      ]);
      const lines = (await Deno.readTextFile((await saved.path())!))
        .trimEnd().split("\n");
      assert.equal(lines.length, all + 2);
      const event: RecordedEvent = JSON.parse(lines[1]!);
      assert.equal(event.type, "TENANT_CREATED");

      await page.getByRole("link", { name: "Chain and checkpoints" }).click();
      await page.getByRole("link", { name: "Check the whole chain" }).click();
      await page.getByText(`the hashes of all ${all} events`).waitFor();
    } finally {
      await trial.stop();
    }
  },
);
