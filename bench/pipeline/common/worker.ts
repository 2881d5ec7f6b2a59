import { type Job, Worker } from "bullmq";
import { Redis } from "ioredis";
import { hashedNgrams } from "../../../adapters/hashed_ngrams/embedder.ts";
import {
  connectPostgres,
  type Transaction,
} from "../../../adapters/postgres/connect.ts";
import { vectorText } from "../../../adapters/postgres/vector_search.ts";
import { randomIds } from "../../../adapters/system/ids.ts";
import type { CompanyRecord } from "../../../src/records/record.ts";
import { applyRules } from "../../../src/rules/apply_rules.ts";
import { compileRules } from "../../../src/rules/matcher/compile_rules.ts";
import type { Rule } from "../../../src/rules/rule.ts";
import { QUEUE, textOf } from "./schema.ts";

/**
 * The worker of the common design, a process of its own: one job per record, one transaction per job, one statement
 * per step. Rules are kept compiled for half a minute. Arguments: database, Redis,
 * and `exact` where neighbours are found without the approximate index.
 */
const CONCURRENCY = 16;
const RULES_FRESH_MS = 30_000;
const NEIGHBOURS = 8;
const THRESHOLD = 0.9;

const [database = "", redis = "", search = ""] = Deno.args;
// As on disks without heads. With the default the planner takes the exact search for cheaper than the index at some
// sizes, which makes this design eight times slower.
const planner = search === "exact"
  ? "enable_indexscan=off"
  : "random_page_cost=1.1";
const sql = connectPostgres(`${database}?${planner}`, {
  max: CONCURRENCY,
});
const embedder = hashedNgrams();
const ids = randomIds();

let cached:
  | { readonly at: number; readonly rules: ReturnType<typeof compileRules> }
  | undefined;

async function rulesOf(tenantId: string) {
  if (!cached || performance.now() - cached.at > RULES_FRESH_MS) {
    const rules = await sql<Rule[]>`
      select rule_id as id, version, name, enabled, "when", "then", continue from rule_versions
      where tenant_id = ${tenantId} and set_to is null order by position`;
    cached = {
      at: performance.now(),
      rules: compileRules({ version: 1, rules: [...rules] }),
    };
  }
  return cached.rules;
}

interface Neighbour {
  readonly recordId: string;
  readonly categoryId: string;
  readonly similarity: number;
}

async function neighboursOf(
  tx: Transaction,
  tenantId: string,
  record: CompanyRecord,
): Promise<readonly Neighbour[]> {
  const [vector] = await embedder.embed([textOf(record)]);
  const text = vectorText(vector!);
  return await tx<Neighbour[]>`
    select record_id as "recordId", category_id as "categoryId", 1 - (embedding <=> ${text}::vector) as similarity
    from common_examples where tenant_id = ${tenantId}
    order by embedding <=> ${text}::vector limit ${NEIGHBOURS}`;
}

async function decide(
  tx: Transaction,
  { id, tenantId }: { readonly id: string; readonly tenantId: string },
  rules: ReturnType<typeof compileRules>,
) {
  const [row] = await tx`
    select id, description, counterparty, amount_minor as minor, currency, attributes, occurred_at as "occurredAt"
    from common_records where id = ${id} and status = 'ingested' for update`;
  if (!row) return;
  const record = {
    ...row,
    amount: row.minor === null
      ? null
      : { minor: row.minor, currency: row.currency },
    occurredAt: row.occurredAt?.toISOString() ?? null,
    settledByPerson: [],
  } as unknown as CompanyRecord;
  const { sets, matched } = applyRules(rules, record);
  const byRule = sets.category_id ?? null;
  const neighbours = byRule ? [] : await neighboursOf(tx, tenantId, record);
  const total = neighbours.reduce((sum, one) => sum + one.similarity, 1);
  const [best] = [...Map.groupBy(neighbours, (one) => one.categoryId)]
    .map(([category, ofIt]) => ({
      category,
      score: ofIt.reduce((sum, one) => sum + one.similarity, 0) / total,
    })).sort((a, b) => b.score - a.score);
  const category = byRule ?? best?.category ?? null;
  const confidence = byRule ? 1 : best?.score ?? 0;
  const isSure = byRule !== null || confidence >= THRESHOLD;
  const outcome = isSure ? "auto" : "needs_review";
  await tx`
    update common_records set status = 'processed', outcome = ${outcome}, category_id = ${
    isSure ? category : null
  }, source = ${byRule ? "rule" : "similarity"}, confidence = ${confidence},
      trace = ${tx.json({ matched, neighbours } as never)}
    where id = ${id}`;
  if (!isSure) {
    await tx`
      insert into common_approvals (id, tenant_id, record_id, suggestion, confidence, state)
      values (${
      ids.next("apr")
    }, ${tenantId}, ${id}, ${category}, ${confidence}, 'waiting')`;
  }
  await tx`
    insert into common_events (tenant_id, type, payload)
    values (${tenantId}, 'PROCESSED', ${
    tx.json({ record_id: id, outcome, category_id: category, confidence })
  })`;
}

const worker = new Worker(
  QUEUE,
  async ({ data }: Job<{ id: string; tenantId: string }>) => {
    // Before the transaction: within, all connections could be taken by those that wait for one more.
    const rules = await rulesOf(data.tenantId);
    await sql.begin((tx) => decide(tx, data, rules));
  },
  {
    connection: new Redis(redis, { maxRetriesPerRequest: null }),
    concurrency: CONCURRENCY,
  },
);
worker.on("error", (error) => console.error(error));
worker.on("failed", (_, error) => console.error(error));
await worker.waitUntilReady();
console.log(JSON.stringify({ address: "none: it only works" }));
Deno.addSignalListener("SIGTERM", () => Deno.exit(0));
