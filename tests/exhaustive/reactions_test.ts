import assert from "node:assert/strict";
import fc from "fast-check";
import type { Fact } from "../../src/events/fact.ts";
import { jobSchema, RECORDS_PER_JOB_MAX } from "../../src/events/job.ts";
import { reactionsTo } from "../../src/events/reactions.ts";
import type { RecordId } from "../../src/kernel/ids.ts";
import {
  approved,
  ingested,
  POOL,
  processed,
  TENANT,
} from "../support/many_facts.ts";

const reprocess = (record_id: RecordId): Fact => ({
  type: "REPROCESS_REQUESTED",
  payload: { record_id },
});

/** Facts of all kinds about records of the pool, some of them more than once. */
const facts = fc.array(
  fc.tuple(
    fc.constantFrom(ingested, reprocess, approved, processed),
    fc.constantFrom(...POOL),
  ).map(([make, id]) => make(id)),
  { maxLength: 1500, size: "max" },
);

function recordsOf(given: readonly Fact[], ...types: Fact["type"][]) {
  const said = given.filter(({ type }) => types.includes(type))
    .map(({ payload }) => (payload as { record_id: RecordId }).record_id);
  return [...new Set(said)];
}

Deno.test("reactionsTo() covers every record once, in few jobs of at most 500", () => {
  fc.assert(
    fc.property(facts, fc.nat(), (given, seq) => {
      const jobs = reactionsTo(TENANT, seq, given);
      const covered = (kind: string) =>
        jobs.flatMap(({ task }) =>
          task.kind === kind && "recordIds" in task ? task.recordIds : []
        );
      const process = recordsOf(given, "INGESTED", "REPROCESS_REQUESTED");
      const embed = recordsOf(given, "TX_APPROVED");
      assert.deepEqual(covered("process_records"), process);
      assert.deepEqual(covered("embed_examples"), embed);
      const few = (n: number) => Math.ceil(n / RECORDS_PER_JOB_MAX);
      assert.equal(jobs.length, few(process.length) + few(embed.length));
      for (const job of jobs) assert(jobSchema.safeParse(job).success);
      assert.equal(new Set(jobs.map(({ id }) => id)).size, jobs.length);
    }),
    { numRuns: 50 },
  );
});
