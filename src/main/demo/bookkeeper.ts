import { writeMinor } from "../../kernel/money.ts";
import type { Balance, ItemOf } from "../../../adapters/client/balance.ts";
import type { DemoRow } from "./csv.ts";
import { progress } from "./progress.ts";

/** Records sent in one request. */
const BATCH = 500;
/** Decisions sent in one request. */
const DECISIONS = 500;
const POLL_MS = 100;

/** What the bookkeeper knows: the true category of every record, by its id. */
export type Truth = Map<string, string>;

/** Creates the categories; returns their ids by name. */
export async function createCategories(
  api: Balance,
  names: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const ids = new Map<string, string>();
  for (let i = 0; i < names.length; i += BATCH) {
    const categories = names.slice(i, i + BATCH).map((name) => ({ name }));
    const { data } = await api.post("/categories", { body: { categories } });
    for (const { id, name } of data) ids.set(name, id);
  }
  return ids;
}

/** Sends rows in batches, notes their true categories, and waits until all are processed. */
export async function sendRecords(
  api: Balance,
  what: string,
  rows: readonly DemoRow[],
  firstNumber: number,
  truth: Truth,
): Promise<void> {
  const bar = progress(what, rows.length);
  for (let i = 0; i < rows.length; i += BATCH) {
    const batch = rows.slice(i, i + BATCH);
    const { record_ids } = await api.post("/records", {
      body: {
        records: batch.map((row, j) => asSent(row, firstNumber + i + j)),
      },
    });
    record_ids.forEach((id, j) => truth.set(id, batch[j]!.category));
    bar.to(i + batch.length);
  }
  await allProcessed(api);
  bar.end();
}

function asSent(row: DemoRow, number: number) {
  return {
    external_id: `row-${number}`,
    occurred_at: row.date,
    description: row.description,
    ...row.counterparty && { counterparty: row.counterparty },
    amount: {
      minor: writeMinor(row.amount.minor),
      currency: row.amount.currency,
    },
    ...row.unit && { attributes: { unit: row.unit } },
  };
}

/** Ends once no record waits for processing. */
async function allProcessed(api: Balance): Promise<void> {
  for (;;) {
    const { data } = await api.get("/records", {
      query: { status: "ingested", limit: 1 },
    });
    if (data.length === 0) return;
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}

/** Decides every waiting item with its true category, as a bookkeeper would; returns how many. */
export async function approveAll(
  api: Balance,
  truth: Truth,
  categoryIds: ReadonlyMap<string, string>,
  expected: number,
): Promise<number> {
  const waiting: ItemOf<"/approvals">[] = [];
  for await (const item of api.all("/approvals", { query: { limit: 200 } })) {
    waiting.push(item);
  }
  const bar = progress("approved by the bookkeeper", expected);
  let decided = 0;
  for (let i = 0; i < waiting.length; i += DECISIONS) {
    const decisions = waiting.slice(i, i + DECISIONS).map((item) => {
      const category_id = categoryIds.get(truth.get(item.record_id)!)!;
      return item.suggestion === category_id
        ? { approval_id: item.id, verdict: "approve" as const }
        : { approval_id: item.id, verdict: "override" as const, category_id };
    });
    const answer = await api.post("/approvals/decide-many", {
      body: { decisions },
    });
    decided += answer.decided.length;
    bar.to(decided);
  }
  bar.end();
  return decided;
}
