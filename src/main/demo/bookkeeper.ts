import { writeMinor } from "../../kernel/money.ts";
import { type ApiClient, pages } from "./api_client.ts";
import type { DemoRow } from "./csv.ts";
import { progress } from "./progress.ts";

/** Records sent in one request. */
const BATCH = 500;
/** Decisions sent in one request. */
const DECISIONS = 500;
const POLL_MS = 100;

/** What the bookkeeper knows: the true category of every record, by its id. */
export type Truth = Map<string, string>;

interface WaitingApproval {
  readonly id: string;
  readonly record_id: string;
  readonly suggestion: string | null;
}

/** Creates the categories; returns their ids by name. */
export async function createCategories(
  api: ApiClient,
  names: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const ids = new Map<string, string>();
  for (let i = 0; i < names.length; i += BATCH) {
    const { data } = await api.post<{ data: { id: string; name: string }[] }>(
      "/api/v1/categories",
      { categories: names.slice(i, i + BATCH).map((name) => ({ name })) },
    );
    for (const { id, name } of data) ids.set(name, id);
  }
  return ids;
}

/** Sends rows in batches, notes their true categories, and waits until all are processed. */
export async function sendRecords(
  api: ApiClient,
  what: string,
  rows: readonly DemoRow[],
  firstNumber: number,
  truth: Truth,
): Promise<void> {
  const bar = progress(what, rows.length);
  for (let i = 0; i < rows.length; i += BATCH) {
    const batch = rows.slice(i, i + BATCH);
    const { record_ids } = await api.post<{ record_ids: string[] }>(
      "/api/v1/records",
      { records: batch.map((row, j) => asSent(row, firstNumber + i + j)) },
    );
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
async function allProcessed(api: ApiClient): Promise<void> {
  for (;;) {
    const { data } = await api.get<{ data: unknown[] }>(
      "/api/v1/records?status=ingested&limit=1",
    );
    if (data.length === 0) return;
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}

/** Decides every waiting item with its true category, as a bookkeeper would; returns how many. */
export async function approveAll(
  api: ApiClient,
  truth: Truth,
  categoryIds: ReadonlyMap<string, string>,
  expected: number,
): Promise<number> {
  const waiting: WaitingApproval[] = [];
  const path = "/api/v1/approvals?state=waiting&limit=200";
  for await (const page of pages<WaitingApproval>(api, path)) {
    waiting.push(...page);
  }
  const bar = progress("approved by the bookkeeper", expected);
  let decided = 0;
  for (let i = 0; i < waiting.length; i += DECISIONS) {
    const decisions = waiting.slice(i, i + DECISIONS).map((item) => {
      const category_id = categoryIds.get(truth.get(item.record_id)!)!;
      return item.suggestion === category_id
        ? { approval_id: item.id, verdict: "approve" }
        : { approval_id: item.id, verdict: "override", category_id };
    });
    const answer = await api.post<{ decided: unknown[] }>(
      "/api/v1/approvals/decide-many",
      { decisions },
    );
    decided += answer.decided.length;
    bar.to(decided);
  }
  bar.end();
  return decided;
}
