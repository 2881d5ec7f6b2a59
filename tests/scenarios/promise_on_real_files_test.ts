import assert from "node:assert/strict";
import type { RecordId } from "../../src/kernel/ids.ts";
import type { DemoRow } from "../../src/main/demo/csv.ts";
import { plusMs } from "../../src/kernel/instant.ts";
import { TARGET_PRECISION_DEFAULT } from "../../src/tenancy/tenant.ts";
import { midnight, realRows, sentRow } from "../support/real_rows.ts";
import { openTrial } from "../support/trial.ts";

/** The share that people approved before. */
const LEARNED_SHARE = 0.4;
const BATCH = 500;
/** What a new tenant is promised. */
const PRECISION_MIN = TARGET_PRECISION_DEFAULT;

/**
 * What is settled alone of the later rows, as it was settled, when the earlier ones were approved with their true category,
 * and people decide what waits, audits among it, after each batch: as a new tenant has it.
 */
async function settledAlone(rows: readonly DemoRow[]) {
  const trial = await openTrial({ settings: {} });
  const names = [...new Set(rows.map((row) => row.category))];
  const ids = await trial.categories(...names);
  const idOf = new Map(names.map((name, i) => [name, ids[i]!]));
  const truth = new Map<RecordId, DemoRow>();
  const learned = Math.floor(rows.length * LEARNED_SHARE);
  const send = async (part: readonly DemoRow[]) => {
    for (let i = 0; i < part.length; i += BATCH) {
      const batch = part.slice(i, i + BATCH);
      const recordIds = await trial.send(...batch.map(sentRow));
      recordIds.forEach((id, j) => truth.set(id, batch[j]!));
    }
    await trial.runJobs();
    // The records of a day are decided the day after.
    trial.clock.set(plusMs(midnight(part.at(-1)!.date), 86_400_000));
    await trial.giveAll((id) => idOf.get(truth.get(id)!.category)!);
    await trial.runJobs();
  };
  await send(rows.slice(0, learned));
  for (let i = learned; i < rows.length; i += BATCH) {
    await send(rows.slice(i, i + BATCH));
  }
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
    ["birmingham_pcard.csv", 0.15],
    ["harrogate_invoices.csv", 0.55],
  ] as const
) {
  Deno.test(`what is settled of ${file} is right as often as promised, from the first batch on`, async () => {
    const rows = await realRows(file);
    if (rows === null) return;
    const { share, precision } = await settledAlone(rows);
    assert(precision >= PRECISION_MIN, `precision ${precision}`);
    assert(share >= shareMin, `settled ${share}`);
  });
}
