import assert from "node:assert/strict";
import type { Deps } from "../../ports/deps.ts";
import type { RecordId } from "../../src/kernel/ids.ts";
import type { DemoRow } from "../../src/main/demo/csv.ts";
import { realRows, sentRow } from "../support/real_rows.ts";
import { openTrial } from "../support/trial.ts";

/** The share that people approved before. */
const LEARNED_SHARE = 0.4;
const BATCH = 500;
const PRECISION_MIN = 0.93;

/** Nobody ever gets to learn: the score is that of a tenant for whom nothing was learned yet. */
function unlearned(uow: Deps["uow"]): Deps["uow"] {
  return {
    run: (permit, work) =>
      uow.run(permit, (tx) => {
        const learning = {
          ...tx.learning,
          claim: () => Promise.resolve(false),
        };
        return work({ ...tx, learning });
      }),
  };
}

/** What is settled alone of the later rows, when the earlier ones were approved with their true category. */
async function settledAlone(rows: readonly DemoRow[]) {
  const trial = await openTrial({ wrap: unlearned });
  const names = [...new Set(rows.map((row) => row.category))];
  const ids = await trial.categories(...names);
  const idOf = new Map(names.map((name, i) => [name, ids[i]!]));
  const truth = new Map<RecordId, DemoRow>();
  const send = async (part: readonly DemoRow[]) => {
    for (let i = 0; i < part.length; i += BATCH) {
      const batch = part.slice(i, i + BATCH);
      const recordIds = await trial.send(...batch.map(sentRow));
      recordIds.forEach((id, j) => truth.set(id, batch[j]!));
    }
    await trial.runJobs();
  };
  const learned = Math.floor(rows.length * LEARNED_SHARE);
  await send(rows.slice(0, learned));
  await trial.giveAll((id) => idOf.get(truth.get(id)!.category)!);
  await trial.runJobs();
  await send(rows.slice(learned));
  const auto = (await trial.events()).filter((event) =>
    event.type === "PROCESSED" && event.payload.outcome === "auto"
  );
  const right = auto.filter(({ payload }) =>
    payload.category_id ===
      idOf.get(truth.get(payload.record_id as RecordId)!.category)
  );
  return {
    share: auto.length / (rows.length - learned),
    precision: right.length / auto.length,
  };
}

for (
  const [file, shareMin] of [
    ["birmingham_pcard.csv", 0.25],
    ["harrogate_invoices.csv", 0.5],
  ] as const
) {
  Deno.test(`what is settled alone of ${file} is right`, async () => {
    const rows = await realRows(file);
    if (rows === null) return;
    const { share, precision } = await settledAlone(rows);
    assert(precision >= PRECISION_MIN, `precision ${precision}`);
    assert(share >= shareMin, `settled ${share}`);
  });
}
