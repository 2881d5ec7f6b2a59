import { clientOf } from "./client.ts";
import { bodiesOf, type Company, scattered } from "./company.ts";
import { cpuLine, cpuSeconds } from "./cpu.ts";
import { quantile } from "./figures.ts";
import type { Bench } from "./stage.ts";
import { countStatements, printStatements } from "./statements.ts";
import { type BenchTenant, headOf } from "./tenants.ts";

const PER_SECOND = 100;
const WARM_UP_S = 3;
const POLL_MS = 15;
const SEEN_WITHIN_MS = 30_000;

interface Events {
  readonly data: readonly {
    readonly seq: number;
    readonly payload: { readonly record_id: string };
  }[];
}

export interface Latency {
  readonly p50: number;
  readonly p99: number;
}

/**
 * Milliseconds from the moment at which a single record was to be sent until a reader that polls the event log has
 * its PROCESSED event. Records are due every 10 ms whatever became of those before, and the clock starts when they
 * are due, so that a stall counts for all that it delays.
 */
export async function latency(
  bench: Bench,
  { tenantId, key }: BenchTenant,
  rows: Company["rest"],
  { seconds, seed }: { readonly seconds: number; readonly seed: string },
): Promise<Latency> {
  const client = clientOf(bench.service.address, key);
  const count = (WARM_UP_S + seconds) * PER_SECOND;
  const bodies = bodiesOf(rows.slice(0, count), 1, scattered(seed));
  const due = new Map<string, number>();
  const seen = new Map<string, number>();
  const last = { seq: await headOf(bench.database.sql, tenantId) };
  const answered = { ms: [] as number[] };
  let reading = true;

  async function read(): Promise<void> {
    while (reading) {
      const { data } = await client.get<Events>(
        `/api/v1/events?after=${last.seq}&type=PROCESSED&limit=200`,
      );
      const now = performance.now();
      for (const { payload } of data) seen.set(payload.record_id, now);
      last.seq = data.at(-1)?.seq ?? last.seq;
      await pause(POLL_MS);
    }
  }

  const counts = bench.profile && await countStatements(bench.database.sql);
  const reader = read();
  const earlier = await cpuSeconds(bench.counted);
  const begun = performance.now() + 50;
  const sent = bodies.map(async (body, i) => {
    const at = begun + i * 1000 / PER_SECOND;
    await pause(at - performance.now());
    const { record_ids: [id] } = await client.post<{ record_ids: string[] }>(
      "/api/v1/records",
      body,
    );
    answered.ms.push(performance.now() - at);
    if (i >= WARM_UP_S * PER_SECOND) due.set(id!, at);
  });
  await Promise.all(sent);
  const wall = (performance.now() - begun) / 1000;
  console.log(
    `    ${cpuLine(earlier, await cpuSeconds(bench.counted), wall)}`,
  );
  const limit = performance.now() + SEEN_WITHIN_MS;
  while ([...due.keys()].some((id) => !seen.has(id))) {
    if (performance.now() > limit) throw new Error("some were never seen");
    await pause(POLL_MS);
  }
  reading = false;
  await reader;
  if (counts) await printStatements(bench.database.sql);

  const took = [...due].map(([id, at]) => seen.get(id)! - at);
  const of = (share: number) => Number(quantile(took, share).toFixed(1));
  console.log(
    `  ${took.length} records at ${PER_SECOND}/s: p50 ${of(0.5)} ms, p90 ${
      of(0.9)
    }, p99 ${of(0.99)}, most ${of(1)}; answered: p50 ${
      quantile(answered.ms, 0.5).toFixed(1)
    } ms, p99 ${quantile(answered.ms, 0.99).toFixed(1)}`,
  );
  return { p50: of(0.5), p99: of(0.99) };
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.max(0, ms)));
}
