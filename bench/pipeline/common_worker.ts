import { Worker } from "bullmq";
import { hashedNgrams } from "../../adapters/hashed_ngrams/embedder.ts";
import { modelOff } from "../../adapters/model_off/language_model.ts";
import { postgresApprovals } from "../../adapters/postgres/approvals.ts";
import { postgresExamples } from "../../adapters/postgres/examples.ts";
import { postgresRecords } from "../../adapters/postgres/records.ts";
import { postgresRules } from "../../adapters/postgres/rules.ts";
import type { Transaction } from "../../adapters/postgres/connect.ts";
import { searchInDatabase } from "../../adapters/postgres/vector_search.ts";
import { systemClock } from "../../adapters/system/clock.ts";
import { randomIds } from "../../adapters/system/ids.ts";
import type { Tx, UnitOfWork } from "../../ports/unit_of_work.ts";
import type { RecordId } from "../../src/kernel/ids.ts";
import { concluded } from "../../src/processing/conclude.ts";
import { limitsOf } from "../../src/processing/limits.ts";
import { runPipeline } from "../../src/processing/use_cases/run_pipeline.ts";
import type { Permit } from "../../src/tenancy/access.ts";
import { AT_ONCE, connectAsTenant, insertEvent } from "./common_tables.ts";

/**
 * The worker of the common design: one job per record, and for each the same steps by the same SQL as ours, with a
 * set of one: load it, its equals, its neighbours, then one transaction that writes the decision, the approval and the
 * event. Rules and settings are cached in the process. No row of an outbox, no hash chain.
 */
const [url = "", tenantId = "", redisUrl = "", prefix = ""] = Deno.args;
const sql = connectAsTenant(url, tenantId, AT_ONCE);
const bare = sql as unknown as Transaction;
const ids = randomIds();
const clock = systemClock();
const deps = {
  clock,
  embedder: hashedNgrams(),
  model: modelOff(),
  // A step's statement runs alone, in no transaction.
  uow: {
    run: (_, work) =>
      work({ examples: postgresExamples(bare, searchInDatabase) } as Tx),
  } as UnitOfWork,
};
const [tenant] = await sql`select settings from tenants`;
const categories = await sql`
  select id as "categoryId", name from categories where archived_at is null`;
const frame = {
  ruleSet: await postgresRules(bare).current(),
  limits: limitsOf(tenant!.settings, null),
  contextAttributes: tenant!.settings.contextAttributes,
  open: new Set(categories.map(({ categoryId }) => categoryId)),
  labels: [],
};

new Worker<{ id: RecordId }>("common", async ({ data }) => {
  const records = await postgresRecords(bare).find([data.id]);
  const [one] = await runPipeline(
    deps,
    {} as Permit,
    records,
    frame as unknown as Parameters<typeof runPipeline>[3],
  );
  const { record, steps, limits, conclusion } = one!;
  const decided = concluded(record, steps, limits, conclusion);
  const now = clock.now();
  await sql.begin(async (tx) => {
    await postgresRecords(tx).save([decided], now);
    if (conclusion.kind === "needs_review") {
      await postgresApprovals(tx).add([{
        id: ids.next("apr"),
        version: 1,
        recordId: record.id,
        suggestion: conclusion.suggestion,
        because: conclusion.because,
        confidence: conclusion.confidence,
        state: { kind: "waiting" },
        lease: null,
        createdAt: now,
      }]);
    }
    await insertEvent(tx, "PROCESSED", {
      record_id: record.id,
      outcome: decided.outcome,
      category_id: decided.categoryId,
    });
  });
}, {
  connection: { url: redisUrl, maxRetriesPerRequest: null },
  prefix,
  concurrency: AT_ONCE,
  removeOnComplete: { count: 0 },
});
console.log("ready");
