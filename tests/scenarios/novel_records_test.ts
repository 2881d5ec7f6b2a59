import assert from "node:assert/strict";
import { decideApprovals } from "../../src/approvals/use_cases/decide_approvals.ts";
import type { CategoryId, RecordId } from "../../src/kernel/ids.ts";
import type { Instant } from "../../src/kernel/instant.ts";
import type { DemoRow } from "../../src/main/demo/csv.ts";
import { changeTenant } from "../../src/tenancy/use_cases/change_tenant.ts";
import { realRows } from "../support/real_rows.ts";
import {
  answers,
  recordsAsked,
  scriptedModel,
} from "../support/scripted_model.ts";
import { incoming, openTrial, value } from "../support/trial.ts";

const ROWS = 8_000;
const BATCH = 500;
/** The share of records that a model may be asked about once 500 were approved. */
const ASKED_MAX = 0.15;

function sent(row: DemoRow) {
  return incoming({
    occurredAt: `${row.date}T00:00:00.000Z` as Instant,
    description: row.description,
    counterparty: row.counterparty,
    amount: row.amount,
    attributes: row.unit ? { unit: row.unit } : {},
  });
}

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
  const approve = async () => {
    const waiting = await trial.waiting();
    const decisions = waiting.map(({ id, recordId }) => ({
      approvalId: id,
      verdict: {
        kind: "override" as const,
        categoryId: truth.get(recordId)!,
      },
      note: null,
    }));
    value(await decideApprovals(deps, scope, decisions));
    await trial.runJobs();
  };
  let warm = 0;
  for (let i = 0; i < rows.length; i += BATCH) {
    const batch = rows.slice(i, i + BATCH);
    const recordIds = await trial.send(...batch.map(sent));
    recordIds.forEach((id, j) => truth.set(id, idOf.get(batch[j]!.category)!));
    await trial.runJobs();
    await approve();
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
