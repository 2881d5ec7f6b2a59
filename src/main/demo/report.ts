import { type ApiClient, pages } from "./api_client.ts";
import type { Truth } from "./bookkeeper.ts";

/** The demo's figures; its last line is this as JSON. */
export interface Outcome {
  /** All that were sent, the approved first part included. */
  readonly records: number;
  readonly by_source: {
    readonly rule: number;
    readonly similarity: number;
    readonly model: number;
    readonly person: number;
  };
  /** Settled without a person. */
  readonly auto: number;
  /** The share of those whose category is the true one. */
  readonly auto_precision: number;
  /** Waiting for a person; audits of what was settled are not counted. */
  readonly review: number;
  readonly events: number;
  readonly chain_ok: boolean;
  /** Of the second part, from the first request to the last record processed. */
  readonly records_per_second: number;
}

interface ProcessedEvent {
  readonly payload: {
    readonly record_id: string;
    readonly source: "rule" | "similarity" | "model" | null;
    readonly category_id: string | null;
  };
}

/** Reads the outcome back through the API: from the event log, the queue and the verified chain. */
export async function readOutcome(
  api: ApiClient,
  truth: Truth,
  categoryIds: ReadonlyMap<string, string>,
  { person, recordsPerSecond }: { person: number; recordsPerSecond: number },
): Promise<{ outcome: Outcome; sample: string | null }> {
  const count = { rule: 0, similarity: 0, model: 0 };
  let right = 0;
  let sample: string | null = null;
  const path = "/api/v1/events?type=PROCESSED&limit=200";
  for await (const page of pages<ProcessedEvent>(api, path)) {
    for (const { payload } of page) {
      if (payload.source === null) continue;
      count[payload.source]++;
      const wanted = categoryIds.get(truth.get(payload.record_id)!);
      if (payload.category_id === wanted) right++;
      if (payload.source === "similarity") sample = payload.record_id;
      sample ??= payload.record_id;
    }
  }
  const auto = count.rule + count.similarity + count.model;
  let review = 0;
  const unsettled =
    "/api/v1/records?status=processed&outcome=needs_review&limit=200";
  for await (const page of pages<unknown>(api, unsettled)) {
    review += page.length;
  }
  const chain = await api.get<{ ok: boolean; seq: number }>(
    "/api/v1/events/verify",
  );
  return {
    sample,
    outcome: {
      records: truth.size,
      by_source: { ...count, person },
      auto,
      auto_precision: auto === 0 ? 0 : round(right / auto, 4),
      review,
      events: chain.seq,
      chain_ok: chain.ok,
      records_per_second: Math.round(recordsPerSecond),
    },
  };
}

/** Prints the figures for people. */
export function printOutcome(outcome: Outcome): void {
  const { by_source } = outcome;
  const percent = (part: number, whole: number) =>
    `${whole === 0 ? 0 : round(100 * part / whole, 1)} %`;
  const sorted = outcome.auto + outcome.review;
  console.log(`
settled by rule              ${by_source.rule}
settled by similarity        ${by_source.similarity}
settled by model             ${by_source.model} (none is configured)
decided by a person          ${by_source.person}
settled without a person     ${outcome.auto} of ${sorted} sorted (${
    percent(outcome.auto, sorted)
  })
right among those            ${round(100 * outcome.auto_precision, 2)} %
waiting for review           ${outcome.review}
events written               ${outcome.events}, chain ${
    outcome.chain_ok ? "verified" : "BROKEN"
  }
records a second             ${outcome.records_per_second}`);
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
