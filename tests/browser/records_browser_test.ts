import assert from "node:assert/strict";
import type { RecordId } from "../../src/kernel/ids.ts";
import { upload } from "../http/receipts_client.ts";
import { FIXED_THRESHOLD } from "../support/fixed_threshold.ts";
import { answers, scriptedModel } from "../support/scripted_model.ts";
import { incoming } from "../support/trial.ts";
import { accessiblePages } from "./accessible_pages.ts";
import { browserTest } from "./browser.ts";
import { receiptPicture } from "./receipt_picture.ts";
import { type ServedTrial, serveTrial } from "./served_trial.ts";

/** With a model that knows no better than the first category. */
const WITH_MODEL = {
  model: scriptedModel((call) => answers(call)),
  settings: { ...FIXED_THRESHOLD },
};

/** A record that went through rules, approvals and a model, one that a rule settled, and one that waits in line. */
async function history(trial: ServedTrial) {
  const [timber, stationery] = await trial.categories(
    "Raw materials",
    "Stationery",
  );
  for (
    const [name, word, id] of [
      ["Paper shops", "paper", stationery],
      ["Fuel cards", "fuel", timber],
    ]
  ) {
    const made = await trial.call("POST", "/api/v1/rules", {
      name,
      when: { field: "description", op: "contains", value: word },
      then: { category_id: id },
    });
    assert.equal(made.status, 201, made.text);
  }
  await trial.send(
    ...Array.from(
      { length: 60 },
      (_, i) =>
        incoming({ description: `CARD PURCHASE ${4400 + i} TIMBER YARD` }),
    ),
  );
  await trial.runJobs();
  await trial.giveAll(() => timber!);
  const [ruled, asked] = await trial.send(
    incoming({ description: "HARLOW PAPER 17" }),
    incoming({
      description: "BRIDGE TOLL 4 NORTH",
      counterparty: "Bridges & Co",
    }),
  );
  await trial.runJobs();
  const [fresh] = await trial.send(incoming({ description: "JUST ARRIVED" }));
  return { timber, stationery, ruled, asked, fresh } as const;
}

/** What a browser says of a service that tells no events as a stream; pages then ask again by themselves. */
const NO_EVENT_STREAM = ["Failed to load resource", "EventSource"];

accessiblePages("records", async (trial) => {
  const { stationery, ruled, asked, fresh } = await history(trial);
  const attached = await upload(
    trial.call,
    receiptPicture(),
    `?record_id=${asked}&file_name=toll.png&amount_minor=1250&currency=GBP`,
    { "Content-Type": "image/png" },
  );
  assert.equal(attached.status, 201, attached.text);
  for (const counterparty of ["Bridges Ltd", "Bridges"]) {
    const body = { counterparty, category_id: stationery };
    const path = `/api/v1/records/${asked}`;
    assert.equal((await trial.call("PATCH", path, body)).status, 200);
  }
  const openAll = async (page: import("playwright-core").Page) =>
    void await page.evaluate(
      "document.querySelectorAll('details').forEach((one) => one.open = true)",
    );
  return {
    list: "/records",
    narrowed: "/records?q=bridge&status=approved&from=2026-03-01&to=2026-03-31",
    "bad filter": "/records?q=bridge&from=yesterday&status=lost",
    empty: "/records?q=nothing+like+this",
    "of a model and a person": async (page) => {
      await trial.visit(page, `/records/${asked}`);
      await openAll(page);
    },
    "of a rule": async (page) => {
      await trial.visit(page, `/records/${ruled}`);
      await openAll(page);
    },
    "not processed": `/records/${fresh}`,
    "bad correction": async (page) => {
      await trial.visit(page, `/records/${ruled}`);
      await page.getByRole("button", { name: "Correct" }).click();
      await page.getByRole("alert").waitFor();
    },
    missing: "/records/rec_01kx2m6v9dfk3tqz8w5y7r4b1c",
  };
}, { options: WITH_MODEL, quiet: NO_EVENT_STREAM });

browserTest(
  "a record is found, read and corrected, without any script",
  async (open) => {
    const trial = await serveTrial();
    try {
      const { ruled } = await history(trial);
      const page = await open({ scripts: false });
      await trial.signIn(page, "reviewer");
      await trial.visit(page, "/records");
      await page.getByLabel("Description or counterparty").fill("paper");
      await page.getByRole("button", { name: "Search" }).click();
      await page.getByRole("link", { name: "HARLOW PAPER 17" }).click();
      await page.getByText("Paper shops matched: category becomes Stationery.")
        .waitFor();
      await page.getByRole("heading", {
        name: "Settled as Stationery by a rule",
      })
        .waitFor();
      await page.getByLabel("Category").selectOption("Raw materials");
      await page.getByRole("button", { name: "Correct" }).click();
      await page.getByText("Corrected. No machine changes that again.")
        .waitFor();
      await page.getByText("reviewer chose Raw materials.").waitFor();
      const { status, source } = await trial.record(ruled!);
      assert.deepEqual([status, source], ["approved", "person"]);
    } finally {
      await trial.stop();
    }
  },
);

browserTest(
  "a correction of what was changed meanwhile is refused, and the form says so",
  async (open) => {
    const trial = await serveTrial();
    try {
      const { ruled, timber } = await history(trial);
      const page = await open();
      await trial.signIn(page);
      await trial.visit(page, `/records/${ruled}`);
      await change(trial, ruled!);
      await page.getByRole("combobox", { name: "Category" }).fill("Raw");
      await page.keyboard.press("Enter");
      await page.getByRole("button", { name: "Correct" }).click();
      await page.getByRole("alert").getByText("changed in the meantime")
        .waitFor();
      await page.getByRole("button", { name: "Correct" }).click();
      await page.getByText("Corrected.").waitFor();
      assert.equal((await trial.record(ruled!)).categoryId, timber);
    } finally {
      await trial.stop();
    }
  },
  { quiet: ["Failed to load resource"] },
);

browserTest(
  "a record that just arrived tells why it is where it is as soon as it was processed",
  async (open) => {
    const trial = await serveTrial();
    try {
      const { fresh } = await history(trial);
      const page = await open();
      await trial.signIn(page);
      await trial.visit(page, `/records/${fresh}`);
      await page.getByText("It waits to be processed.").waitFor();
      await trial.runJobs();
      await page.getByRole("heading", { name: "Rules were tried" }).waitFor();
    } finally {
      await trial.stop();
    }
  },
  { quiet: ["Failed to load resource", "EventSource"] },
);

async function change(trial: ServedTrial, id: RecordId): Promise<void> {
  const body = { counterparty: "Somebody else" };
  const { status } = await trial.call("PATCH", `/api/v1/records/${id}`, body);
  assert.equal(status, 200);
}
