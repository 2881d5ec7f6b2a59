import assert from "node:assert/strict";
import type { CategoryId } from "../../src/kernel/ids.ts";
import { incoming } from "../support/trial.ts";
import { accessiblePages, inEveryLook } from "./accessible_pages.ts";
import { browserTest } from "./browser.ts";
import { type ServedTrial, serveTrial } from "./served_trial.ts";

const RULES = "/api/v1/rules";

/** A company of three categories, with records of a fuel card and of a timber yard; a person decided those of the yard. */
async function company(trial: ServedTrial) {
  const [travel, fuel, timber] = await trial.categories(
    "Travel",
    "Vehicle fuel",
    "Timber and board",
  ) as readonly [CategoryId, CategoryId, CategoryId];
  const cards = await ruleOf(trial, {
    name: "Cards are travel",
    when: { field: "description", op: "starts_with", value: "card" },
    then: { category_id: travel },
  });
  const ids = await trial.send(
    ...Array.from({ length: 30 }, (_, i) =>
      incoming({
        description: i % 2 === 0
          ? `CARD ${4400 + i} HARLOW FUELS`
          : `HARLOW TIMBER YARD ${4400 + i}`,
        counterparty: i % 2 === 0 ? null : "Harlow Timber Ltd",
      })),
  );
  await trial.runJobs();
  await trial.giveAll(() => timber);
  await trial.runJobs();
  return { travel, fuel, timber, cards, ids };
}

async function ruleOf(
  { call }: ServedTrial,
  rule: Record<string, unknown>,
): Promise<string> {
  const made = await call("POST", RULES, rule);
  assert.equal(made.status, 201, made.text);
  return made.body["id"]!;
}

/** A condition that has no rows of its own: groups within groups. */
const NESTED = {
  all: [
    { field: "description", op: "contains_any", value: ["fuel", "diesel"] },
    { field: "magnitude", op: "between", value: between(1000, 9000) },
    {
      any: [
        { field: "date", op: "weekday_in", value: [1, 5] },
        { not: { field: "counterparty", op: "is_empty" } },
      ],
    },
    { not: { field: "attributes.unit", op: "equals", value: 12 } },
  ],
};

function between(from: number, to: number) {
  const currency = "GBP";
  return { from: { minor: from, currency }, to: { minor: to, currency } };
}

accessiblePages("rules", async (trial) => {
  const { fuel, timber, cards, ids } = await company(trial);
  // A suggestion is not about most of what there is.
  await trial.send(
    ...Array.from(
      { length: 70 },
      (_, i) =>
        incoming({ description: `Invoice ${i} ${"abcdefg"[i % 7]}ton` }),
    ),
  );
  await trial.runJobs();
  const nested = await ruleOf(trial, {
    name: "Fuel, but not of unit 12",
    when: NESTED,
    then: {
      category_id: fuel,
      counterparty: "A filling station",
      attributes: { kind: "fuel" },
    },
    continue: true,
  });
  await ruleOf(trial, {
    name: "Timber yards",
    when: { field: "description", op: "contains", value: "timber yard" },
    then: { category_id: timber },
    enabled: false,
  });
  await ruleOf(trial, {
    name: "Cards, once more",
    when: { field: "description", op: "starts_with", value: "CARD" },
    then: { category_id: fuel },
  });
  const tested = await trial.call("POST", `${RULES}/backtest`, {
    changes: [{
      op: "change",
      rule_id: cards,
      change: { then: { category_id: fuel } },
    }],
  });
  await trial.runJobs();
  const backtest = `/rules/backtests/${tested.body["id"]}`;
  const waits = await trial.call("POST", `${RULES}/backtest`, {
    changes: [{ op: "remove", rule_id: cards }],
  });
  const applied = await trial.call("POST", `${RULES}/${nested}/apply`, {});
  return {
    list: "/rules",
    "none found": "/rules?q=nothing+like+this",
    earlier: "/rules?version=1",
    rule: `/rules/${cards}`,
    editor: `/rules/${nested}/edit`,
    "refused editor": async (page) => {
      await trial.visit(page, "/rules/new");
      await page.getByLabel("Name").fill("Weekend work");
      await page.getByLabel("Another condition about").selectOption("amount");
      await page.getByRole("button", { name: "Add condition" }).click();
      await page.getByLabel("Amount", { exact: true }).fill("twelve");
      await page.getByRole("button", { name: "Create rule" }).click();
      await page.getByRole("alert").waitFor();
    },
    text: async (page) => {
      await trial.visit(page, `/rules/${nested}/edit`);
      await page.getByRole("button", { name: "Edit as text" }).click();
      await page.getByLabel("The rule as YAML or JSON").waitFor();
    },
    test: `/rules/test?record=${ids[0]}`,
    choose: "/rules/test?record=timber",
    backtests: "/rules/backtests",
    backtest,
    "waiting backtest": `/rules/backtests/${waits.body["id"]}`,
    runs: "/rules/runs",
    run: `/rules/runs/${applied.body["id"]}`,
    suggestions: async (page) => {
      await trial.visit(page, "/rules/suggestions?precision=0.5");
      await page.getByRole("button", { name: "Make this rule" }).first()
        .waitFor();
    },
    overlaps: async (page) => {
      await trial.visit(page, "/rules/overlaps");
      await page.getByRole("heading", { name: "Contradict one another" })
        .waitFor();
    },
    files: "/rules/files",
    missing: "/rules/rule_01kx2m6v9dfk3tqz8w5y7r4b1c",
  };
}, { quiet: ["EventSource"] });

browserTest(
  "a change is back-tested, put in force with its history, and undone",
  async (open) => {
    const trial = await serveTrial();
    try {
      const { travel, fuel, ids } = await company(trial);
      const categories = async () =>
        (await Promise.all(ids.map(trial.record)))
          .map(({ categoryId }) => categoryId);
      const before = await categories();
      const page = await open();
      await trial.signIn(page);
      await trial.visit(page, "/rules");
      await page.getByRole("link", { name: "Cards are travel" }).click();
      await page.getByRole("link", { name: "Edit" }).click();
      await page.getByRole("combobox", { name: "The category becomes" })
        .fill("fuel");
      await page.getByRole("option", { name: "Vehicle fuel" }).click();
      await page.getByRole("button", { name: "Back-test" }).click();
      await page.getByRole("heading", { level: 1, name: "Back-test" })
        .waitFor();
      assert.deepEqual(await categories(), before);
      await trial.runJobs();
      await page.getByText("15 records would change").waitFor();
      const row = page.getByRole("row").filter({ hasText: "CARD 4400" });
      assert.equal(
        (await row.getByRole("listitem").innerText()).replace(/\s+/g, " "),
        "category: from Travel → to Vehicle fuel by Cards are travel",
      );
      await page.getByRole("button", {
        name: "Put in force and apply to 15 records",
      }).click();
      await page.getByRole("heading", { level: 1, name: "Run" }).waitFor();
      await trial.runJobs();
      await page.getByRole("button", { name: "Undo this run" }).waitFor();
      assert.deepEqual(
        await categories(),
        before.map((one) => one === travel ? fuel : one),
      );
      await page.getByRole("button", { name: "Undo this run" }).click();
      await page.getByRole("heading", { name: "Taking it back" }).waitFor();
      await trial.runJobs();
      await page.getByText("category restored").first().waitFor();
      assert.deepEqual(await categories(), before);
    } finally {
      await trial.stop();
    }
  },
  { quiet: ["Failed to load resource", "EventSource"] },
);

browserTest(
  "a run's figures add up, and say why records were passed over",
  async (open) => {
    const trial = await serveTrial();
    try {
      const { fuel, ids } = await company(trial);
      const path = `/api/v1/records/${ids[0]}`;
      await trial.call("PATCH", path, { category_id: fuel });
      const made = await trial.call("POST", `${RULES}?position=0`, {
        name: "All of Harlow",
        when: { field: "description", op: "contains", value: "harlow" },
        then: { category_id: fuel },
      });
      const run = await trial.call(
        "POST",
        `${RULES}/${made.body["id"]}/apply`,
        {},
      );
      await trial.runJobs();
      const page = await open();
      await trial.signIn(page);
      await trial.visit(page, `/rules/runs/${run.body["id"]}`);
      const card = page.locator("section").filter({
        has: page.getByRole("heading", { name: "What became of records" }),
      });
      assert.match(
        (await card.innerText()).replaceAll(/\s+/g, " "),
        / Looked at 30 Changed 14 Unchanged 1 nothing to change Passed over 15 15 as a person settled them$/,
      );
      await inEveryLook(page, "rules run that passed over");
    } finally {
      await trial.stop();
    }
  },
);

browserTest(
  "without any script an odd rule is edited and nothing of it is lost, and rules are moved",
  async (open) => {
    const trial = await serveTrial();
    try {
      const { fuel, cards } = await company(trial);
      const nested = await ruleOf(trial, {
        name: "Fuel",
        when: NESTED,
        then: { category_id: fuel, attributes: { kind: "fuel" } },
      });
      const page = await open({ scripts: false });
      await trial.signIn(page);
      await trial.visit(page, `/rules/${nested}/edit`);
      await page.getByLabel("Another condition about").selectOption(
        "direction",
      );
      await page.getByRole("button", { name: "Add condition" }).click();
      await page.getByRole("button", { name: "Save" }).click();
      await page.getByText("“Fuel” is in version 2 now.").waitFor();
      const { body } = await trial.call("GET", `${RULES}/${nested}`);
      assert.deepEqual(body["when"] as unknown, {
        all: [
          ...NESTED.all,
          { field: "direction", op: "equals", value: "out" },
        ],
      });
      assert.deepEqual(body["then"] as unknown, {
        category_id: fuel,
        attributes: { kind: "fuel" },
      });
      await trial.visit(page, "/rules");
      await page.getByRole("button", { name: "Move Fuel up" }).press("Enter");
      await page.getByText("“Fuel” is at place 1 now.").waitFor();
      const { body: listed } = await trial.call("GET", RULES);
      assert.deepEqual(
        listed["data"]!.map((one) => one["id"]!),
        [nested, cards],
      );
    } finally {
      await trial.stop();
    }
  },
);

browserTest(
  "of two people who change one rule the second is shown what the first wrote",
  async (open) => {
    const trial = await serveTrial();
    try {
      const { cards } = await company(trial);
      const page = await open();
      await trial.signIn(page);
      await trial.visit(page, `/rules/${cards}/edit`);
      await trial.call("PATCH", `${RULES}/${cards}`, { name: "Cards, by Bo" });
      await page.getByLabel("Name").fill("Cards, by Ann");
      await page.getByRole("button", { name: "Save" }).click();
      await page.getByText("Somebody else changed this rule").waitFor();
      assert.equal(
        await page.getByLabel("Name").inputValue(),
        "Cards, by Ann",
      );
      const named = async () =>
        (await trial.call("GET", `${RULES}/${cards}`)).body["name"]!;
      assert.equal(await named(), "Cards, by Bo");
      await page.getByRole("button", { name: "Save" }).click();
      await page.getByText("“Cards, by Ann” is in version 3 now.").waitFor();
      assert.equal(await named(), "Cards, by Ann");
    } finally {
      await trial.stop();
    }
  },
  { quiet: ["Failed to load resource"] },
);

browserTest(
  "whoever leaves a rule half written is asked first, and not where they cancel or save",
  async (open) => {
    const trial = await serveTrial();
    try {
      const { cards } = await company(trial);
      const page = await open();
      const asked: string[] = [];
      page.on("dialog", async (dialog) => {
        asked.push(dialog.type());
        await dialog.dismiss();
      });
      await trial.signIn(page);
      await trial.visit(page, `/rules/${cards}/edit`);
      const name = page.getByLabel("Name");
      await name.fill("Cards, half");
      const away = page.getByRole("link", { name: "Records", exact: true });
      await away.click({ noWaitAfter: true });
      await name.press("End");
      assert.equal(await name.inputValue(), "Cards, half");
      assert.deepEqual(asked, ["beforeunload"]);
      await page.getByRole("link", { name: "Cancel" }).click();
      await page.getByRole("heading", { level: 1, name: "Cards are travel" })
        .waitFor();
      await trial.visit(page, "/rules/new");
      await name.fill("Half a rule");
      await page.getByRole("button", { name: "Add condition" }).click();
      await page.waitForLoadState();
      await away.click({ noWaitAfter: true });
      await name.press("End");
      assert.equal(await name.inputValue(), "Half a rule");
      assert.deepEqual(asked.splice(1), ["beforeunload"]);
      await page.getByRole("link", { name: "Cancel" }).click();
      await page.getByRole("heading", { level: 1, name: "Rules" }).waitFor();
      await trial.visit(page, `/rules/${cards}/edit`);
      await name.fill("Cards, whole");
      await page.getByRole("button", { name: "Save" }).click();
      await page.getByText("“Cards, whole” is in version 2 now.").waitFor();
      assert.deepEqual(asked, ["beforeunload"]);
    } finally {
      await trial.stop();
    }
  },
);
