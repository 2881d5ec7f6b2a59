import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { giveUpJob } from "../../src/events/use_cases/give_up_job.ts";
import { ok } from "../../src/kernel/result.ts";
import { take } from "../support/take.ts";
import { permitTo } from "../support/samples.ts";
import { incoming, lostJob } from "../support/trial.ts";
import { accessiblePages } from "./accessible_pages.ts";
import { browserTest } from "./browser.ts";
import { selling } from "./selling.ts";
import { type ServedTrial, serveTrial } from "./served_trial.ts";

const shop = selling();

/** Records of two categories, approved; some others wait, and one cannot be processed. */
async function history(trial: ServedTrial): Promise<void> {
  const [timber] = await trial.categories("Raw materials", "Stationery");
  const occurredAt = "2025-12-30T00:00:00.000Z";
  const purchases = (count: number) =>
    Array.from(
      { length: count },
      (_, i) =>
        incoming({ description: `CARD PURCHASE ${i} TIMBER YARD`, occurredAt }),
    );
  const audit = async (rate: number) => {
    const set = await trial.call("PATCH", "/api/v1/tenant", {
      audit_rate: rate,
    });
    assert.equal(set.status, 200, set.text);
  };
  await trial.send(...purchases(36));
  await trial.runJobs();
  await trial.giveAll(() => timber!);
  await audit(1);
  await trial.send(...purchases(8));
  await trial.runJobs();
  await trial.giveAll(() => timber!);
  await audit(0);
  await trial.send(
    ...purchases(1),
    incoming({ description: "HARLOW PAPER 17", occurredAt }),
    incoming({ description: "BRIDGE TOLL 4 NORTH", occurredAt }),
  );
  await trial.runJobs();
}

accessiblePages("office", async (trial) => {
  await history(trial);
  await trial.send(incoming({ description: "STUCK" }));
  const { feed, clock, deps } = trial;
  const [job] = await take(feed, 1, clock.now(), clock.now());
  const errorClass = "PostgresError 23514";
  await giveUpJob(deps, lostJob(job!, { errorClass }));
  const { body: letters } = await trial.call("GET", "/api/v1/dead-letters");
  const invited = await trial.call("POST", "/api/v1/invitations", {
    email: "bo@foxglove.example",
    role: "reviewer",
  });
  assert.equal(invited.status, 201, invited.text);
  await trial.keyOf("viewer");
  const { body: keys } = await trial.call("GET", "/api/v1/api-keys");
  const report = await trial.call("POST", "/api/v1/reports", {
    kind: "spend",
    from: "2025-01-01",
    to: "2027-01-01",
    compare: "previous_period",
  });
  assert.equal(report.status, 202, report.text);
  const { body: members } = await trial.call("GET", "/api/v1/members");
  const { body: categories } = await trial.call("GET", "/api/v1/categories");
  const fill =
    (path: string, ...fields: readonly [string, string][]) =>
    async (page: Page) => {
      await trial.visit(page, path);
      for (const [name, text] of fields) {
        await page.fill(`[name="${name}"]`, text);
      }
      await page.locator("main form[method=post] button.primary").first()
        .click();
      await page.waitForSelector(".flash.trouble");
    };
  return {
    "billing free": "/billing",
    "billing after a checkout": "/billing?from=checkout",
    async "billing past due"(page) {
      const id = await shop.buy(trial);
      await shop.become(trial, id, "past_due");
      await trial.visit(page, "/billing");
      assert.match(await page.innerText("#standing"), /Pay what is owed/);
    },
    "dead letters": "/dead-letters",
    "dead letters empty": "/dead-letters?queue=billing:sync",
    "dead letter": `/dead-letters/${letters.data![0]!["id"]}`,
    "dead letters to send": "/dead-letters/replay",
    "dead letters none to send": "/dead-letters/replay?queue=billing:sync",
    members: "/members",
    "members refused": fill("/members", ["email", "ann@foxglove.example"]),
    member: `/members/${members.data![0]!["id"]}`,
    keys: "/members/keys",
    key: `/members/keys/${keys.data![0]!["id"]}`,
    "new key": "/members/keys/new",
    dashboard: "/dashboard?days=365",
    "dashboard table": async (page) => {
      await trial.visit(page, "/dashboard?days=365");
      await page.locator("summary").first().click();
    },
    "reports waiting": `/reports/${report.body["id"]}`,
    async "report done"(page) {
      await trial.runJobs();
      await trial.visit(page, `/reports/${report.body["id"]}`);
      await page.waitForSelector("text=Files");
    },
    reports: "/reports",
    "new report": "/reports/new",
    async "new report narrowed"(page) {
      await trial.visit(page, "/reports/new?kind=rule_performance");
      await page.click("text=Only some of it");
    },
    async "new report refused"(page) {
      await trial.visit(page, "/reports/new?kind=audit_trail");
      await page.click("text=Only some of it");
      await page.fill('[name="event_type"]', "approved");
      await page.click("text=Make the report");
      await page.waitForSelector(".flash.trouble");
    },
    "schedules empty": "/reports/schedules",
    "new schedule refused": fill(
      "/reports/schedules/new",
      ["name", "Monthly"],
      ["cron", "* * * * *"],
    ),
    async schedules(page) {
      await trial.call("POST", "/api/v1/report-schedules", {
        name: "Monthly spend",
        cron: "0 7 1 * *",
        covers: "previous_month",
        report: { kind: "spend" },
      });
      await trial.visit(page, "/reports/schedules");
    },
    async schedule(page) {
      await trial.visit(page, "/reports/schedules");
      await page.click("text=Monthly spend");
      await page.waitForSelector("text=Remove");
    },
    settings: "/settings",
    deciding: "/settings/deciding",
    "deciding refused": fill(
      "/settings/deciding",
      ["target_precision", "12"],
      ["audit_rate", "all"],
    ),
    async "deciding, with somebody else"(page) {
      await trial.visit(page, "/settings/deciding");
      await page.fill('[name="four_eyes_above"]', "800.00 GBP");
      await trial.call("PATCH", "/api/v1/tenant", {
        four_eyes_above: [
          { minor: 50_000, currency: "GBP" },
          { minor: 60_000, currency: "EUR" },
        ],
        require_backtest: true,
      });
      await page.click('form[action$="/safeguards"] .primary');
      await page.waitForSelector(".theirs");
    },
    "language model": "/settings/model",
    retention: "/settings/retention",
    categories: "/settings/categories",
    category: `/settings/categories/${categories.data![0]!["id"]}`,
    "your e-mails": "/settings/notifications",
    "webhooks empty": "/settings/endpoints",
    "new webhook": "/settings/endpoints/new",
  };
}, { options: shop.options });

browserTest(
  "a report is asked for, seen to be done, downloaded, and made again where its file is lost",
  async (open) => {
    const trial = await serveTrial();
    try {
      await history(trial);
      const page = await open();
      await trial.signIn(page);
      await trial.visit(page, "/reports");
      await page.click("text=Make the first report");
      await page.fill('[name="from"]', "2025-01-01");
      await page.fill('[name="to"]', "2027-01-01");
      await page.click("text=Make the report");
      await page.waitForSelector("text=Cancel the report");
      const id = page.url().split("/").at(-1) as `rpt_${string}`;
      const permit = permitTo("reports.write", trial.scope);
      await trial.deps.uow.run(permit, async (tx) => {
        const [report] = await tx.reports.find([id]);
        const progress = { done: 1_200, total: 4_000 };
        await tx.reports.save([{ ...report!, progress }]);
        return ok(null);
      });
      await page.waitForSelector("text=1,200 of 4,000");
      assert.equal(
        await page.getByLabel("Rows written").evaluate((bar) =>
          "value" in bar && bar.value
        ),
        1_200,
      );
      await trial.runJobs();
      // Nobody reloads: the page learns by itself that it is done.
      await page.waitForSelector("text=Page with charts (HTML)");
      const chart = page.getByRole("img", { name: "Paid out by category" });
      await chart.waitFor();
      await page.click("text=As a table");
      const numbers = page.getByRole("table", { name: "Paid out by category" });
      await numbers.waitFor();
      assert.match(await numbers.innerText(), /Raw materials\s+562.50/);
      // What does not fit is reached by the keyboard.
      await page.setViewportSize({ width: 800, height: 800 });
      const figures = page.getByRole("region", { name: "By category" });
      assert(
        await figures.evaluate((one) => one.scrollWidth > one.clientWidth),
      );
      await figures.focus();
      while (await figures.evaluate((one) => one.scrollLeft) === 0) {
        await page.keyboard.press("ArrowRight");
      }
      const [file] = await Promise.all([
        page.waitForEvent("download"),
        page.click("text=Data (JSON)"),
      ]);
      assert.equal(
        file.suggestedFilename(),
        "spend-2025-01-01-2027-01-02.json",
      );
      const saved = JSON.parse(await Deno.readTextFile(await file.path()));
      assert.match(JSON.stringify(saved), /2025-01-01T00:00:00.000Z/);
      await page.click("text=Make CSV too");
      await page.waitForSelector("text=It is being made.");
      await trial.runJobs();
      const table = page.getByRole("link", { name: "Table (CSV)" });
      await table.waitFor();
      // Somebody empties the storage: what was made is made again.
      const { deps, tenant } = trial;
      const files = await deps.files.list(`${tenant.id}/reports/`, 99, null);
      await deps.files.remove(files.slice(1));
      await table.click();
      await page.waitForSelector("text=The file is not in the storage");
      await page.click("text=Make CSV again");
      await page.waitForSelector("text=It is being made.");
      await trial.runJobs();
      await table.waitFor();
    } finally {
      await trial.stop();
    }
  },
  { quiet: ["Failed to load resource"] },
);

browserTest(
  "each kind of report is narrowed by what it has, without a script too",
  async (open) => {
    const trial = await serveTrial();
    try {
      const [rent] = await trial.categories("Rent");
      const made = await trial.call("POST", "/api/v1/rules", {
        name: "Rent is rent",
        when: { field: "description", op: "contains", value: "rent" },
        then: { category_id: rent },
      });
      assert.equal(made.status, 201, made.text);
      const page = await open({ scripts: false });
      await trial.signIn(page);
      await trial.visit(page, "/reports/new");
      const fields = async () => {
        await page.click("text=Only some of it");
        return await page.locator("details label").allInnerTexts();
      };
      assert.deepEqual(await fields(), [
        "Category",
        "Connection",
        "Counterparty(optional)",
        "Currency(optional)",
      ]);
      await page.click("text=Rule performance");
      assert.deepEqual(await fields(), ["Category", "Connection", "Rule"]);
      await page.selectOption('[name="rule_id"]', { label: "Rent is rent" });
      await page.click("text=Make the report");
      await page.waitForSelector("text=Cancel the report");
      await trial.runJobs();
      await page.reload();
      assert.match(
        await page.innerText(".facts"),
        /Only rule\s+Rent is rent/,
      );
      assert.equal(await page.locator("svg.chart").count(), 1);
      await trial.visit(page, "/reports/new?kind=audit_trail");
      assert.deepEqual(await fields(), [
        "Member or key",
        "Event(optional)",
      ]);
      await page.fill('[name="event_type"]', "approved");
      await page.click("text=Make the report");
      // The same form, with what is wrong beside its field.
      assert.match(
        await page.innerText("#field-event_type-flaw"),
        /Event is not the name of an event type/,
      );
      await page.fill('[name="event_type"]', "CATEGORY_CREATED");
      await page.fill('[name="to"]', "2026-12-31");
      await page.selectOption('[name="member_id"]', { label: "Ann" });
      await page.click("text=Make the report");
      await trial.runJobs();
      await page.reload();
      const facts = await page.innerText(".facts");
      assert.match(facts, /Only member or key\s+Ann/);
      assert.match(facts, /Rows\s+1/);

      await trial.visit(page, "/reports/schedules/new?kind=exceptions");
      await page.fill('[name="name"]', "Open ends");
      assert.deepEqual(await fields(), ["Category", "Connection", "Exception"]);
      await page.selectOption('[name="exception"]', "overdue");
      await page.click("text=Make the schedule");
      await page.getByRole("link", { name: "Open ends" }).click();
      assert.equal(await page.inputValue('[name="exception"]'), "overdue");
      await page.click("text=Audit trail");
      await page.click("text=Save");
      await page.waitForSelector("text=Saved.");
      assert.equal(await page.inputValue('[name="kind"]'), "audit_trail");
    } finally {
      await trial.stop();
    }
  },
  { quiet: ["Failed to load resource"] },
);

browserTest(
  "a key is made, its secret seen once, and it is revoked",
  async (open) => {
    const trial = await serveTrial();
    try {
      const page = await open();
      await trial.signIn(page);
      await trial.visit(page, "/members/keys");
      await page.click("text=New key");
      await page.fill('[name="name"]', "bank feed");
      await page.uncheck('[value="records.write"]');
      await page.click("text=Make the key");
      const secret = await page.innerText("code.secret");
      const ask = () => trial.as(secret)("GET", "/api/v1/records");
      assert.equal((await ask()).status, 200);
      assert.equal(
        (await trial.as(secret)("GET", "/api/v1/api-keys")).status,
        403,
      );
      await page.click("text=It is copied");
      await page.waitForSelector("text=Begins with");
      assert(!(await page.content()).includes(secret), "it is shown once");
      await page.click('[popovertarget="revoke"]');
      await page.click("text=Revoke key");
      await page.waitForSelector("text=The key was revoked.");
      assert.equal((await ask()).status, 401);
    } finally {
      await trial.stop();
    }
  },
);
