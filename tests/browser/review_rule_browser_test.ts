import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { incoming } from "../support/trial.ts";
import { browserTest } from "./browser.ts";
import { type ServedTrial, serveTrial } from "./served_trial.ts";

const NOTE = "as the toll office says";

/** Timber was approved before; tolls wait, in a queue of their own. */
async function waitingTolls(trial: ServedTrial) {
  const [timber, tolls] = await trial.categories("Timber", "Tolls");
  await trial.send(...named("HARLOW TIMBER", 10));
  await trial.runJobs();
  await trial.giveAll(() => timber!);
  const others = await trial.send(
    incoming({
      description: "FERRY",
      amount: { minor: "-100", currency: "EUR" },
    }),
  );
  const items = await trial.send(...named("BRIDGE TOLL", 4));
  await trial.runJobs();
  const made = await trial.call("POST", "/api/v1/review-queues", {
    name: "Pounds",
    conditions: { amount: { currency: "GBP", min: 0, max: null } },
  });
  assert.equal(made.status, 201, made.text);
  return { timber, tolls, items, others, queue: String(made.body["id"]) };
}

/** From an item of the queue, where one was put off, to the rule for what it is said to be. */
async function toRule(trial: ServedTrial, page: Page, queue: string) {
  await trial.visit(page, `/review?queue=${queue}`);
  await page.getByRole("button", { name: "Start reviewing" }).click();
  const title = page.getByRole("heading", { level: 1 });
  const putOff = await title.innerText();
  await page.getByRole("button", { name: "Later" }).click();
  await title.filter({ hasNotText: putOff }).waitFor();
  const item = await title.innerText();
  const category = page.locator("select[name=category_id]");
  await category.selectOption("Tolls");
  await page.getByText("Add a note").click();
  await page.getByLabel("Note").fill(NOTE);
  await page.getByRole("button", { name: "Show a rule for all like it first" })
    .click();
  await title.filter({ hasText: "A rule for Tolls" }).waitFor();
  return { putOff, item, title, category };
}

browserTest(
  "an override shows the rule that it speaks for with its diff, and makes it along with the decision",
  async (open) => {
    const trial = await serveTrial();
    try {
      const { tolls, items } = await waitingTolls(trial);
      const page = await open();
      await trial.signIn(page);
      await trial.visit(page, "/review");
      await page.getByRole("link", { name: "BRIDGE TOLL 1" }).click();
      await page.getByRole("combobox", { name: "ategory" }).fill("tolls");
      await page.keyboard.press("Enter");
      await page.getByRole("button", {
        name: "Show a rule for all like it first",
      }).click();

      await page.getByRole("heading", { name: "A rule for Tolls" }).waitFor();
      await page.getByRole("heading", { name: "The rule" }).waitFor();
      assert.equal((await trial.waiting()).length, 5);
      const rows = await page.getByRole("table").getByRole("row")
        .allInnerTexts();
      assert.deepEqual(
        // Of others: what it would do to the one that is asked about is for whoever decides to say.
        rows.slice(1).map((row) => row.split(/\s*\t\s*/)),
        [4, 3, 2].map((n) => [`BRIDGE TOLL ${n}`, "none", "Tolls"]),
      );
      await page.getByLabel("Name of the rule").fill("Bridge tolls");
      await page.getByRole("button", { name: "Decide and make the rule" })
        .click();
      await page.getByRole("main")
        .getByText("BRIDGE TOLL 1 is Tolls. The rule “Bridge tolls” was made.")
        .waitFor();

      const { body } = await trial.call("GET", "/api/v1/rules");
      assert.deepEqual(
        (body["data"] as unknown as { name: string; then: unknown }[])
          .map(({ name, then }) => [name, then]),
        [["Bridge tolls", { category_id: tolls }]],
      );
      assert.equal((await trial.record(items[0]!)).categoryId, tolls);
      assert.equal((await trial.waiting()).length, 4);
    } finally {
      await trial.stop();
    }
  },
);

browserTest(
  "from a rule the way goes on in the same queue, past what was put off, and the note is in no address",
  async (open) => {
    const trial = await serveTrial();
    try {
      const { items, queue } = await waitingTolls(trial);
      const page = await open({ scripts: false });
      const asked: string[] = [];
      page.on("request", (request) => asked.push(request.url()));
      await trial.signIn(page);
      const { putOff, item, title, category } = await toRule(
        trial,
        page,
        queue,
      );
      await page.getByText(NOTE).waitFor();
      await page.getByRole("button", { name: "Back to the item" }).click();
      await title.filter({ hasText: item }).waitFor();
      assert.equal(await page.getByLabel("Note").inputValue(), NOTE);
      assert.match(await category.inputValue(), /^cat_/);
      await page.getByRole("button", {
        name: "Show a rule for all like it first",
      }).click();
      await page.getByRole("button", { name: "Decide and make the rule" })
        .click();
      const seen = [putOff, item];
      for (let left = 2; left > 0; left--) {
        await title.filter({ hasText: "BRIDGE TOLL" }).waitFor();
        const next = await title.innerText();
        assert(!seen.includes(next), `${next} came again`);
        seen.push(next);
        await page.getByRole("button", { name: "Not one to sort" }).click();
      }
      await page.getByText("Nothing else waits that nobody has taken.")
        .waitFor();
      assert.match(page.url(), new RegExp(`queue=${queue}$`));
      const place = Number(/\d+/.exec(item)) - 1;
      const { trace } = await trial.record(items[place]!);
      const said = trace?.steps.findLast(({ kind }) =>
        kind === "person_decided"
      );
      assert.equal(said?.kind === "person_decided" && said.note, NOTE);
      assert(asked.some((url) => url.includes("passed=apr_")));
      assert.deepEqual(
        asked.filter((url) => url.includes("toll") || url.includes("office")),
        [],
      );
    } finally {
      await trial.stop();
    }
  },
);

for (const button of ["Decide and make the rule", "Decide this record alone"]) {
  browserTest(
    `what somebody else decided meanwhile is not decided again (${button}), and leads on in the queue`,
    async (open) => {
      const trial = await serveTrial();
      try {
        const { timber, items, queue } = await waitingTolls(trial);
        const page = await open({ scripts: false });
        await trial.signIn(page);
        const { putOff, item, title } = await toRule(trial, page, queue);
        const place = Number(/\d+/.exec(item)) - 1;
        await trial.call("PATCH", `/api/v1/records/${items[place]}`, {
          category_id: timber,
        });
        await page.getByRole("button", { name: button }).click();
        await page.getByRole("alert")
          .getByText("The record was changed in the meantime").waitFor();
        assert.equal(await title.innerText(), item);
        assert.equal((await trial.record(items[place]!)).categoryId, timber);
        const rules = await trial.call("GET", "/api/v1/rules");
        assert.deepEqual(rules.body["data"], []);
        await page.getByRole("button", { name: "Go on reviewing" }).click();
        await title.filter({ hasText: "BRIDGE TOLL" }).waitFor();
        assert(![putOff, item].includes(await title.innerText()));
        assert.match(page.url(), new RegExp(`queue=${queue}&passed=apr_`));
      } finally {
        await trial.stop();
      }
    },
    { quiet: ["Failed to load resource"] },
  );
}

browserTest(
  "an override of what changed since it was looked at shows no rule, but the item as it is now",
  async (open) => {
    const trial = await serveTrial();
    try {
      const { items } = await waitingTolls(trial);
      const page = await open({ scripts: false });
      await trial.signIn(page);
      await trial.visit(page, "/review");
      await page.getByRole("link", { name: "BRIDGE TOLL 1" }).click();
      const category = page.locator("select[name=category_id]");
      await category.selectOption("Tolls");
      await page.getByText("Add a note").click();
      await page.getByLabel("Note").fill(NOTE);
      await trial.call("PATCH", `/api/v1/records/${items[0]}`, {
        counterparty: "Severn Crossing",
      });
      const rule = page.getByRole("button", {
        name: "Show a rule for all like it first",
      });
      await rule.click();
      await page.getByRole("alert")
        .getByText("The record was changed in the meantime").waitFor();
      await page.getByText("Severn Crossing").waitFor();
      assert.equal(await page.getByLabel("Note").inputValue(), NOTE);
      await rule.click();
      await page.getByRole("heading", { name: "A rule for Tolls" }).waitFor();
    } finally {
      await trial.stop();
    }
  },
  { quiet: ["Failed to load resource"] },
);

function named(name: string, count: number) {
  return Array.from(
    { length: count },
    (_, i) => incoming({ description: `${name} ${i + 1}` }),
  );
}
