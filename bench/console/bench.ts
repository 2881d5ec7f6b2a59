import { parseArgs } from "node:util";
import { postgresDirectory } from "../../adapters/postgres/directory.ts";
import { postgresJobFeed } from "../../adapters/postgres/job_feed.ts";
import { postgresKeyUses } from "../../adapters/postgres/key_uses.ts";
import { postgresUnitOfWork } from "../../adapters/postgres/unit_of_work.ts";
import { companyYear } from "../../src/main/demo/company_year.ts";
import { openHttpTrial } from "../../tests/http/http_trial.ts";
import { freshPostgres } from "../../tests/support/databases.ts";
import { exchangeSignIn } from "../../src/tenancy/use_cases/exchange_sign_in.ts";
import { issueSignIn } from "../../src/tenancy/use_cases/issue_sign_in.ts";
import { incoming, value } from "../../tests/support/trial.ts";
import { OFFICE_PAGES } from "./office_pages.ts";
import { rulePages } from "./rule_pages.ts";
import { sourcePages } from "./source_pages.ts";
import { fillHistory, settleDown } from "../pipeline/history.ts";

const RECORDS = 100_000;
/** Records that go through the whole pipeline; the others are copies of them. */
const SAMPLE = 2_000;
const ROUNDS = 40;

/**
 * Server time of each page of the console, in one process on PostgreSQL, for a company of 100,000 records: until the
 * first part of the answer, which a browser paints, and until its last byte.
 */
export async function consoleBench(
  args: readonly string[],
): Promise<Readonly<Record<string, unknown>>> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      records: { type: "string", default: String(RECORDS) },
      rounds: { type: "string", default: String(ROUNDS) },
    },
  });
  const [records, rounds] = [Number(values.records), Number(values.rounds)];
  const { sql, drop } = await freshPostgres();
  try {
    const trial = await openHttpTrial({
      storage: (clock) => ({
        uow: postgresUnitOfWork(sql, { clock }),
        feed: postgresJobFeed(sql),
        directory: postgresDirectory(sql),
        keyUses: postgresKeyUses(sql),
      }),
    });
    const { deps, tenant, app } = trial;
    await teach(trial);
    console.log(`${SAMPLE} records taken in and decided; copying them`);
    await fillHistory(sql, { from: tenant.id, to: tenant.id, count: records });
    await settleDown(sql);

    const { code } = value(
      await issueSignIn(deps, tenant.id, "ann@foxglove.example"),
    );
    const { token } = value(await exchangeSignIn(deps, code));
    /** Milliseconds until the page can be painted, and until all of it is there. */
    const ask = async (path: string) => {
      const began = performance.now();
      const answer = await app.fetch(
        new Request(`http://127.0.0.1${path}`, {
          headers: { Cookie: `balance_session=${token}` },
        }),
      );
      if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`);
      let first: number | null = null;
      for await (const _ of answer.body!) {
        first ??= performance.now() - began;
      }
      return { first: first ?? 0, all: performance.now() - began };
    };

    const figures: Record<string, unknown> = { records_stored: records };
    let worst = 0;
    const { review_rule, ...all } = {
      ...await pages(trial),
      ...await sourcePages(trial, sql, records),
      ...OFFICE_PAGES,
    };
    const record = all["record"]!.split("/").at(-1)!;
    Object.assign(all, await rulePages(trial, record));
    for (const [name, path] of Object.entries(all)) {
      for (let i = 0; i < 5; i++) await ask(path);
      const times: Awaited<ReturnType<typeof ask>>[] = [];
      for (let i = 0; i < rounds; i++) times.push(await ask(path));
      const [paint, whole] = (["first", "all"] as const).map((which) =>
        times.map((one) => one[which]).toSorted((a, b) => a - b)
      );
      const told = {
        paint_p50_ms: at(paint!, 0.5),
        paint_p95_ms: at(paint!, 0.95),
        whole_p50_ms: at(whole!, 0.5),
        whole_p95_ms: at(whole!, 0.95),
      };
      worst = Math.max(worst, told.paint_p95_ms);
      console.log(
        `${
          name.padEnd(22)
        } painted p50 ${told.paint_p50_ms} ms, p95 ${told.paint_p95_ms} ms; whole p50 ${told.whole_p50_ms} ms, p95 ${told.whole_p95_ms} ms`,
      );
      figures[name] = told;
    }
    // The rest of it takes too long to be asked for again and again.
    const draft = await ask(review_rule!);
    return {
      ...figures,
      worst_paint_p95_ms: Math.max(worst, round(draft.first)),
      rule_draft_ms: round(draft.all),
    };
  } finally {
    await drop();
  }
}

type Trial = Awaited<ReturnType<typeof openHttpTrial>>;

/** A company with rules and approvals, half of whose records were settled and some of which wait. */
async function teach(trial: Trial): Promise<void> {
  const rows = companyYear({ seed: 1, records: SAMPLE });
  const names = [...new Set(rows.map(({ category }) => category))];
  const ids = await trial.categories(...names);
  const idOf = new Map(names.map((name, i) => [name, ids[i]!]));
  for (const [i, name] of names.entries()) {
    const made = await trial.call("POST", "/api/v1/rules", {
      name,
      when: { field: "description", op: "contains", value: `${name} rule` },
      then: { category_id: ids[i] },
    });
    if (made.status !== 201) throw new Error(made.text);
  }
  const learned = rows.slice(0, SAMPLE * 0.4);
  const truth = new Map<string, string>();
  const send = async (some: typeof rows) => {
    const sent = await trial.send(...some.map((row) =>
      incoming({
        description: row.description,
        counterparty: row.counterparty ?? null,
        amount: row.amount,
        occurredAt: `${row.date.slice(0, 10)}T00:00:00.000Z`,
        attributes: row.unit ? { unit: row.unit } : {},
      })
    ));
    sent.forEach((id, i) => truth.set(id, some[i]!.category));
    await trial.runJobs();
  };
  await send(learned);
  await trial.giveAll((id) => idOf.get(truth.get(id)!)!);
  await send(rows.slice(learned.length));
}

/** The pages, by name, with what makes each of them work most. */
async function pages(trial: Trial): Promise<Readonly<Record<string, string>>> {
  const { body } = await trial.call("GET", "/api/v1/approvals?limit=1");
  const approval = body["data"]![0]!;
  const [apr, rec] = [approval["id"], approval["record_id"]];
  const found = await trial.call("GET", "/api/v1/records?limit=50");
  const [record] = found.body["data"]!;
  const cursor = found.body["next_cursor"];
  const category = record!["category_id"] ?? "";
  const categories = await trial.call("GET", "/api/v1/categories");
  const [first] = categories.body["data"]!;
  return {
    review: "/console/review",
    review_item: `/console/review/${apr}`,
    review_rule: `/console/review/${apr}/rule?category_id=${first!["id"]}`,
    records: "/console/records",
    records_next: `/console/records?cursor=${cursor}`,
    records_search: "/console/records?q=timber",
    records_search_none: "/console/records?q=nothing+at+all+like+this",
    records_filters: `/console/records?category=${
      category || first!["id"]
    }&status=processed&outcome=auto&from=2025-04-01&to=2025-05-01`,
    records_filters_none: "/console/records?status=rejected&from=2025-04-01",
    record: `/console/records/${rec}`,
  };
}

/** The time that so large a share of them, sorted, does not exceed. */
function at(times: readonly number[], share: number): number {
  return round(times[Math.ceil(times.length * share) - 1]!);
}

function round(ms: number): number {
  return Math.round(ms * 10) / 10;
}
