import { bodies } from "./records.ts";
import type { Company } from "./company.ts";
import { post } from "./sender.ts";

const PER_SECOND = 100;
const POLL_MS = 10;

export interface Latency {
  readonly p50_ms: number;
  readonly p99_ms: number;
}

/**
 * Milliseconds from the moment a single record was to be sent (100 a second, whatever became of the one before) until
 * a reader that asks for new events every 10 ms sees its PROCESSED event.
 */
export async function runLatency(
  address: string,
  { key, rest }: Company,
  { name, from, count, afterSeq }: {
    name: string;
    from: number;
    count: number;
    /** The last event before the measured part. */
    afterSeq: number;
  },
): Promise<Latency> {
  const all = bodies(rest.slice(from, from + count), name, 1);
  const meant = new Map<string, number>();
  const seen = new Map<string, number>();
  const reading = readUntil(address, key, afterSeq, seen, count);
  const begun = performance.now() + 50;
  await Promise.all(all.map(async (body, i) => {
    const at = begun + i * 1000 / PER_SECOND;
    await new Promise((resolve) =>
      setTimeout(resolve, Math.max(0, at - performance.now()))
    );
    const { record_ids: [id] } = await post(address, key, body);
    meant.set(id!, at);
  }));
  await reading;
  const waits = [...meant].map(([id, at]) => seen.get(id)! - at)
    .toSorted((a, b) => a - b);
  const quantile = (share: number) =>
    Number(waits[Math.ceil(waits.length * share) - 1]!.toFixed(1));
  return { p50_ms: quantile(0.5), p99_ms: quantile(0.99) };
}

/** Notes when each record's event came, until `count` have come. */
async function readUntil(
  address: string,
  key: string,
  afterSeq: number,
  seen: Map<string, number>,
  count: number,
): Promise<void> {
  let after = afterSeq;
  while (seen.size < count) {
    const response = await fetch(
      `${address}/api/v1/events?after=${after}&type=PROCESSED&limit=200`,
      { headers: { authorization: `Bearer ${key}` } },
    );
    const { data } = await response.json() as {
      data: { seq: number; payload: { record_id: string } }[];
    };
    const now = performance.now();
    for (const { seq, payload } of data) {
      seen.set(payload.record_id, now);
      after = seq;
    }
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}
