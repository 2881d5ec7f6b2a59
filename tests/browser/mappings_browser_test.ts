import assert from "node:assert/strict";
import { githubSigned } from "../support/signed_hook.ts";
import { accessiblePages } from "./accessible_pages.ts";
import { browserTest } from "./browser.ts";
import { type ServedTrial, serveTrial } from "./served_trial.ts";

const PATH = "/api/v1/connections";
const PLAIN = '{ "external_id": id, "description": memo }';
const WHOLE =
  '{ "external_id": id, "description": memo, "occurred_at": at, "amount": { "value": total, "currency": "EUR" }, "attributes": { "till": till } }';

/** A till whose sales are mapped by the plain expression. */
async function till(trial: ServedTrial): Promise<string> {
  const secret = "a-secret-of-the-till-32-bytes-long";
  const made = await trial.call("POST", PATH, {
    kind: "webhook",
    name: "Till",
    settings: { scheme: "github" },
    secret,
  });
  assert.equal(made.status, 201, made.text);
  const id: string = made.body["id"]!;
  await map(trial, id, PLAIN);
  for (const [n, memo] of ["Two oak boards", "A pot of glue"].entries()) {
    const text = JSON.stringify({
      id: `s-${n}`,
      memo,
      at: "2026-03-01",
      total: "-12.50",
      till: "front",
    });
    await trial.app.request(`/api/v1/hooks/${id}`, {
      method: "POST",
      headers: githubSigned(text, secret, `sale-${n}`),
      body: text,
    });
  }
  await trial.runJobs();
  return id;
}

async function map(trial: ServedTrial, id: string, expression: string) {
  const made = await trial.call("POST", `${PATH}/${id}/mappings`, {
    expression,
  });
  assert.equal(made.status, 201, made.text);
}

async function bank(trial: ServedTrial): Promise<string> {
  const made = await trial.call("POST", "/api/v1/import-mappings", {
    name: "Harbour Bank",
    date: "Booked on",
    debit: "Out",
    credit: "In",
    description: ["Details", "Reference"],
    currency: "GBP",
    date_order: "dmy",
    decimal: ".",
    attributes: { branch: "Branch" },
  });
  assert.equal(made.status, 201, made.text);
  return made.body["id"]!;
}

accessiblePages("mappings", async (trial) => {
  const id = await till(trial);
  await map(trial, id, WHOLE);
  const unmapped = await trial.call("POST", PATH, {
    kind: "webhook",
    name: "Other till",
    settings: { scheme: "github" },
  });
  const columns = await bank(trial);
  const at = `/connections/${id}/mapping`;
  const onForm = async (
    page: Parameters<typeof trial.visit>[0],
    expression: string,
    button: string,
  ) => {
    await trial.visit(page, at);
    await page.getByRole("textbox", { name: "Expression" }).fill(expression);
    await page.getByRole("button", { name: button }).click();
  };
  return {
    mapping: at,
    "none made": `/connections/${unmapped.body["id"]}/mapping`,
    "from an earlier one": `${at}?from=1`,
    tried: async (page) => {
      await onForm(page, PLAIN, "Try it");
      await page.getByText("What it would make").waitFor();
    },
    "tried without records": async (page) => {
      await onForm(page, '{ "external_id": 7 }', "Try it");
      await page.getByText("are not records").waitFor();
    },
    refused: async (page) => {
      await onForm(page, '{ "external_id": ', "Put it in force");
      await page.getByRole("alert").waitFor();
    },
    "what came before": `/connections/${id}/remap`,
    "nothing came before": `/connections/${unmapped.body["id"]}/remap`,
    columns: "/connections/columns",
    "one of columns": `/connections/columns/${columns}`,
    "new columns": "/connections/columns/new",
    "columns refused": async (page) => {
      await trial.visit(page, "/connections/columns/new");
      await page.getByLabel("Name").fill("Card");
      await page.getByLabel("Columns").fill("date: Day\nsum: Total\n");
      await page.getByRole("button", { name: "Save" }).click();
      await page.getByRole("alert").waitFor();
    },
    missing: "/connections/columns/cmp_01kx2m6v9dfk3tqz8w5y7r4b1c",
  };
});

accessiblePages("mappings for a viewer", async (trial) => ({
  mapping: `/connections/${await till(trial)}/mapping`,
  columns: `/connections/columns`,
}), { role: "viewer" });

browserTest(
  "a mapping is tried, put in force, and applied to what came before, without any script",
  async (open) => {
    const trial = await serveTrial();
    try {
      const id = await till(trial);
      const page = await open({ scripts: false });
      await trial.signIn(page);
      await trial.visit(page, `/connections/${id}`);
      await page.getByRole("link", { name: "How what comes becomes" }).click();
      await page.getByText("What it makes of the latest").waitFor();
      const expression = page.getByRole("textbox", { name: "Expression" });
      assert.equal(await expression.inputValue(), PLAIN);

      await expression.fill('{ "external_id": }');
      await page.getByRole("button", { name: "Try it" }).click();
      await page.getByRole("alert").getByText("Expression cannot be read")
        .waitFor();
      await expression.fill(WHOLE);
      await page.getByRole("button", { name: "Try it" }).click();
      const trialCard = page.locator("#trial");
      await trialCard.getByText("A pot of glue").first().waitFor();
      await trialCard.getByText("-€12.50").waitFor();
      await page.getByLabel("Try it on").selectOption("");
      await page.getByText("Try it on something else").click();
      await page.getByLabel("Another payload").fill(
        '{"id": "s-9", "memo": "Ash", "at": "2026-03-02", "total": "1"}',
      );
      await page.getByRole("button", { name: "Try it" }).click();
      await trialCard.getByText("Ash", { exact: true }).first().waitFor();

      await map(trial, id, `${PLAIN} `);
      await page.getByRole("button", { name: "Put it in force" }).click();
      await page.getByRole("alert").getByText("Another mapping was put")
        .waitFor();
      await page.getByText("What is in force by now is above").waitFor();
      await page.getByRole("button", { name: "Put it in force" }).click();
      await page.getByText("Number 3 is in force").waitFor();
      const { body } = await trial.call("GET", `${PATH}/${id}/mappings`);
      assert.deepEqual(
        body["data"]!.map((one) => one["expression"]),
        [PLAIN, `${PLAIN} `, WHOLE],
      );

      await page.getByRole("link", { name: "What came before" }).click();
      const row = page.getByRole("row").filter({ hasText: "sale-0" });
      await row.getByText("changes").waitFor();
      await row.getByText("till “front”").waitFor();
      await page.getByRole("button", { name: "Apply it to all" }).click();
      await page.getByText("Mapping 3 is applied").waitFor();
      await trial.runJobs();
      const records = await trial.call("GET", "/api/v1/records");
      assert.deepEqual(
        records.body["data"]!.map((one) => one["attributes"] as unknown),
        [{ till: "front" }, { till: "front" }],
      );
    } finally {
      await trial.stop();
    }
  },
  { quiet: ["Failed to load resource"] },
);

browserTest(
  "how columns are read is told in words, and edited as YAML into the next number",
  async (open) => {
    const trial = await serveTrial();
    try {
      await bank(trial);
      const files = await trial.call("POST", PATH, {
        kind: "file",
        name: "Statements",
      });
      const page = await open();
      await trial.signIn(page);
      await trial.visit(page, `/connections/${files.body["id"]}`);
      await page.getByRole("link", { name: "How CSV files are read" }).click();
      await page.getByRole("link", { name: "Harbour Bank" }).click();
      await page.getByText("“Details”, then “Reference”").waitFor();
      await page.getByText("day before month").waitFor();
      const columns = page.getByLabel("Columns");
      const before = await columns.inputValue();
      await columns.fill(before.replace("debit: Out", "debt: Out"));
      await page.getByRole("button", { name: "Save as" }).press("Enter");
      await page.getByRole("alert").getByText("at /debt is not a known")
        .waitFor();
      await columns.fill(before.replace("debit: Out", "debit: Paid"));
      await page.getByRole("button", { name: "Save as" }).press("Enter");
      await page.getByText("“Harbour Bank” is saved as number 2.").waitFor();
      const { body } = await trial.call("GET", "/api/v1/import-mappings");
      const [second, first] = body["data"]!;
      const { id: _, number, created_at: _at, ...terms } = second as Record<
        string,
        unknown
      >;
      const { id: _1, number: _2, created_at: _3, ...old } = first as Record<
        string,
        unknown
      >;
      assert.equal(number, 2);
      assert.deepEqual(terms, { ...old, debit: "Paid" });
    } finally {
      await trial.stop();
    }
  },
  { quiet: ["Failed to load resource"] },
);
