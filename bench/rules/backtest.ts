import { postgresDirectory } from "../../adapters/postgres/directory.ts";
import { postgresJobFeed } from "../../adapters/postgres/job_feed.ts";
import { postgresKeyUses } from "../../adapters/postgres/key_uses.ts";
import { postgresUnitOfWork } from "../../adapters/postgres/unit_of_work.ts";
import type { Sql } from "../../adapters/postgres/connect.ts";
import { type Ok, ok } from "../../src/kernel/result.ts";
import { openCategories } from "../../src/categories/category_tree.ts";
import type { Page } from "../../src/kernel/page.ts";
import type { CompanyRecord } from "../../src/records/record.ts";
import { EMPTY_REPORT } from "../../src/rules/history/backtest_report.ts";
import { compareRecord } from "../../src/rules/history/compare_record.ts";
import { draftOf } from "../../src/rules/history/draft.ts";
import { tallyBacktest } from "../../src/rules/history/tally_backtest.ts";
import { compileRules } from "../../src/rules/matcher/compile_rules.ts";
import type { Backtest } from "../../src/rules/history/backtest.ts";
import { readBacktest } from "../../src/rules/use_cases/read_backtest.ts";
import {
  type AskedChange,
  requestBacktest,
} from "../../src/rules/use_cases/request_backtest.ts";
import { type Permit, permit } from "../../src/tenancy/access.ts";
import { openTrial, value } from "../../tests/support/trial.ts";
import { openServers } from "../pipeline/servers.ts";
import { decidedRecord } from "./decided_record.ts";
import { worldOf } from "./world.ts";

const RULES = 1_000;
const RECORDS = 100_000;
/** Records that are put in by one statement. */
const SET = 1_000;
const CATEGORIES = 40;
/** Of a hundred rules, how many the draft changes or removes. */
const CHANGED = 10;

/**
 * Seconds that a back-test takes, from its job's begin to its end: a tenth of 1,000 rules changed, over all of 100,000
 * decided records in PostgreSQL, of which people settled a quarter; differences kept, agreement counted.
 */
export async function backtestSeconds(scale: number): Promise<number> {
  const servers = await openServers();
  const database = await servers.openDatabase();
  try {
    console.log(`\nBack-test on ${servers.settings}`);
    const trial = await openTrial({
      storage: (clock) => ({
        uow: postgresUnitOfWork(database.sql, { clock }),
        feed: postgresJobFeed(database.sql),
        directory: postgresDirectory(database.sql),
        keyUses: postgresKeyUses(database.sql),
      }),
    });
    const changes = await fill(
      trial,
      database.sql,
      Math.round(RECORDS * scale),
    );
    const asked = value(
      await requestBacktest(trial.deps, trial.scope, {
        changes,
        filter: {},
        seenVersion: null,
      }),
    );
    const begun = performance.now();
    await trial.runJobs();
    const seconds = (performance.now() - begun) / 1_000;
    const { backtest } = value(
      await readBacktest(trial.deps, trial.scope, asked.id, null),
    );
    tell(backtest, seconds, await floors(trial, backtest));
    return Math.round(seconds * 100) / 100;
  } finally {
    await database.close();
    await servers.close();
  }
}

type Trial = Awaited<ReturnType<typeof openTrial>>;

/** Puts rules and decided records in, by the stores themselves; returns what the draft changes. */
async function fill(
  { deps, scope, categories }: Trial,
  sql: Sql,
  count: number,
): Promise<readonly AskedChange[]> {
  const open = await categories(
    ...Array.from({ length: CATEGORIES }, (_, i) => `Category ${i}`),
  );
  const world = worldOf(RULES, count);
  const rules = world.rules.map((rule, i) => ({
    ...rule,
    id: deps.ids.next("rule"),
    then: { category_id: open[i % CATEGORIES]! },
  }));
  const write = async (work: Parameters<typeof run>[2]) =>
    await run(deps, value(permit(scope, "records.write")), work);
  await write((tx) =>
    tx.rules.replace({ version: 0, rules: [] }, { version: 1, rules }, NOW)
  );
  const compiled = compileRules({ version: 1, rules });
  let connectionId: `con_${string}` = "con_";
  await write(async (tx) => {
    connectionId = (await tx.connections.all())[0]!.id;
  });
  for (let at = 0; at < world.records.length; at += SET) {
    const set = world.records.slice(at, at + SET).map((record, i) => ({
      record: decidedRecord(
        { ...record, id: deps.ids.next("rec"), connectionId },
        { compiled, open, index: at + i },
      ),
      raw: null,
    }));
    await write((tx) => tx.records.admit(set));
  }
  await sql`vacuum analyze records`;
  return rules.flatMap(({ id }, i): AskedChange[] => {
    if (i % 100 >= CHANGED) return [];
    return i % 2 === 0 ? [{ op: "remove", rule_id: id }] : [{
      op: "change",
      rule_id: id,
      change: { then: { category_id: open[(i + 1) % CATEGORIES]! } },
    }];
  });
}

const NOW = "2026-04-02T00:00:00.000Z";

async function run(
  deps: Trial["deps"],
  permit: Permit,
  work: (
    tx: Parameters<Parameters<Trial["deps"]["uow"]["run"]>[1]>[0],
  ) => Promise<unknown>,
): Promise<void> {
  await deps.uow.run(permit, async (tx): Promise<Ok<null>> => {
    await work(tx);
    return ok(null);
  });
}

/** Seconds that reading all records takes by itself, and comparing them by itself. */
async function floors(
  { deps, scope }: Trial,
  { changes }: Backtest,
): Promise<{ readonly read: number; readonly compare: number }> {
  const allowed = value(permit(scope, "records.read"));
  const [ms, all] = [{ read: 0, compare: 0 }, [] as CompanyRecord[]];
  let cursor: string | null = null;
  const begun = performance.now();
  do {
    const page: Page<CompanyRecord> = (await deps.uow.run(
      allowed,
      async (tx) => ok(await tx.records.list({}, { limit: 2_000, cursor })),
    )).value;
    all.push(...page.data);
    cursor = page.nextCursor;
  } while (cursor !== null);
  ms.read = performance.now() - begun;
  const { base, open } = (await deps.uow.run(
    allowed,
    async (tx) =>
      ok({
        base: await tx.rules.current(),
        open: openCategories(await tx.categories.all()),
      }),
  )).value;
  const draft = value(draftOf(base, changes, open)).set;
  const started = performance.now();
  const compared = {
    base: compileRules(base),
    draft: compileRules(draft),
    open,
  };
  const found = all.map((record) => compareRecord(record, compared));
  tallyBacktest(EMPTY_REPORT, found);
  ms.compare = performance.now() - started;
  return { read: ms.read / 1_000, compare: ms.compare / 1_000 };
}

function tell(
  { report, state }: Backtest,
  seconds: number,
  { read, compare }: { readonly read: number; readonly compare: number },
): void {
  const { before, after } = report.agreement;
  console.log(
    `${state}: ${report.scanned} records, ${report.changed} would change; people agree with ${before.right} and not with ${before.wrong} before, with ${after.right} and not with ${after.wrong} after`,
  );
  console.log(
    `${seconds.toFixed(2)} s in all: reading alone takes ${
      read.toFixed(2)
    } s, comparing alone ${
      compare.toFixed(2)
    } s; the rest keeps differences and positions. ${
      (seconds / read).toFixed(2)
    } × the floor, which is reading the same records`,
  );
}
