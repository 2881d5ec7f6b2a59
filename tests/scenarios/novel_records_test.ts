import assert from "node:assert/strict";
import type { CategoryId, RecordId } from "../../src/kernel/ids.ts";
import type { DemoRow } from "../../src/main/demo/csv.ts";
import { changeTenant } from "../../src/tenancy/use_cases/change_tenant.ts";
import { realRows, sentRow } from "../support/real_rows.ts";
import {
  answers,
  recordsAsked,
  scriptedModel,
} from "../support/scripted_model.ts";
import { openTrial, value } from "../support/trial.ts";

const ROWS = 8_000;
const BATCH = 500;
/** The share of records that a model may be asked about once 500 were approved. */
const ASKED_MAX = 0.15;

/** The share of later records that the model was asked about, when what waits is approved after each batch. */
async function shareAsked(rows: readonly DemoRow[]): Promise<number> {
  const model = scriptedModel((call) => answers(call, () => ({ label: null })));
  const trial = await openTrial({ model });
  const { deps, scope } = trial;
  const noLimit = { tokensPerMonth: null, microsPerMonth: null };
  value(
    await changeTenant(deps, scope, {
      change: { settings: { model: { budget: noLimit } } },
      seenVersion: null,
    }),
  );
  const names = [...new Set(rows.map((row) => row.category))];
  const ids = await trial.categories(...names);
  const idOf = new Map(names.map((name, i) => [name, ids[i]!]));
  const truth = new Map<RecordId, CategoryId>();
  let warm = 0;
  for (let i = 0; i < rows.length; i += BATCH) {
    const batch = rows.slice(i, i + BATCH);
    const recordIds = await trial.send(...batch.map(sentRow));
    recordIds.forEach((id, j) => truth.set(id, idOf.get(batch[j]!.category)!));
    await trial.runJobs();
    await trial.giveAll((id) => truth.get(id)!);
    await trial.runJobs();
    if (i === 0) warm = asked(model);
  }
  return (asked(model) - warm) / (rows.length - BATCH);
}

/** Records in calls: equal ones of a batch are asked about once. */
function asked({ calls }: ReturnType<typeof scriptedModel>): number {
  return calls.reduce((sum, call) => sum + recordsAsked(call), 0);
}

for (const file of ["birmingham_pcard.csv", "harrogate_invoices.csv"]) {
  Deno.test(`a model is asked about what is novel of ${file}, and little is`, async () => {
    const rows = await realRows(file);
    if (rows === null) return;
    const share = await shareAsked(rows.slice(0, ROWS));
    assert(share > 0.02 && share <= ASKED_MAX, `asked ${share}`);
  });
}
