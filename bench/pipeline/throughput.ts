import { hashedNgrams } from "../../adapters/hashed_ngrams/embedder.ts";
import { type Client, clientOf } from "./client.ts";
import { openCommon } from "./common/schema.ts";
import { bodiesOf, type Company, scattered, SET } from "./company.ts";
import { type Counted, cpuLine, cpuSeconds } from "./cpu.ts";
import { inParallel, median, ratio, until } from "./figures.ts";
import { runFloor } from "./floor.ts";
import { settleDown } from "./history.ts";
import { startDeno } from "./processes.ts";
import type { Bench } from "./stage.ts";
import { countStatements, printStatements } from "./statements.ts";
import {
  type BenchTenant,
  copyTenant,
  headOf,
  outboxIsEmpty,
} from "./tenants.ts";

/** Sets that are on their way at once. */
const SENDERS = 4;
/** Of the common design fewer records are enough: its pace is steady. */
const COMMON_SHARE = 3 / 50;
/** With exact search it is slower still. */
const EXACT_SHARE = 1 / 50;

export interface ThroughputFigures {
  readonly ours_rps: number;
  readonly floor_rps: number;
  readonly common_rps: number;
  readonly of_floor: number;
  readonly times_common: number;
  /** The common design with a search as exact as ours. */
  readonly common_exact_rps: number;
  readonly times_common_exact: number;
}

/** Records a second from the first request to the last record PROCESSED, beside the floor and the common design, round by round. */
export async function throughput(
  bench: Bench,
  template: BenchTenant,
  { rest }: Company,
  rounds: number,
): Promise<ThroughputFigures> {
  const { sql } = bench.database;
  const common = await startCommon(bench, template);
  const figures = {
    ours: [] as number[],
    floor: [] as number[],
    common: [] as number[],
  };
  let exact = 0;
  try {
    for (let round = 1; round <= rounds; round++) {
      const tenant = await copyTenant(sql, template);
      const firstSeq = await headOf(sql, tenant.tenantId) + 1;
      await settleDown(sql);
      const ours = await runOurs(bench, tenant, rest, `t${round}`);
      const floor = await runFloor(sql, tenant.tenantId, firstSeq);
      const few = rest.slice(0, Math.ceil(rest.length * COMMON_SHARE));
      const commonRps = await common.run(few, round);
      figures.ours.push(ours.rps);
      figures.floor.push(floor.rps);
      figures.common.push(commonRps);
      console.log(
        `  round ${round}: ours ${ours.rps} records/s; floor ${floor.rps}; common design ${commonRps}\n    ${ours.cpu}\n    ${await outcomes(
          sql,
          tenant.tenantId,
        )}`,
      );
    }
    await common.searchExactly();
    const few = rest.slice(0, Math.ceil(rest.length * EXACT_SHARE));
    exact = await common.run(few, rounds + 1);
    console.log(`  common design with exact search: ${exact}`);
  } finally {
    await common.stop();
  }
  const [ours_rps, floor_rps, common_rps] = [
    median(figures.ours),
    median(figures.floor),
    median(figures.common),
  ];
  return {
    ours_rps,
    floor_rps,
    common_rps,
    of_floor: ratio(ours_rps, floor_rps),
    times_common: ratio(ours_rps, common_rps),
    common_exact_rps: exact,
    times_common_exact: ratio(ours_rps, exact),
  };
}

/** Sends `rows` in sets of 500 and waits for the last to be decided. */
export async function runOurs(
  bench: Bench,
  { tenantId, key }: BenchTenant,
  rows: Company["rest"],
  seed: string,
): Promise<{ readonly rps: number; readonly cpu: string }> {
  const { database: { sql } } = bench;
  const client = clientOf(bench.service.address, key);
  const bodies = bodiesOf(rows, SET, scattered(seed));
  const counts = bench.profile && await countStatements(sql);
  const earlier = await cpuSeconds(bench.counted);
  const begun = performance.now();
  await send(client, bodies);
  await until(() => outboxIsEmpty(sql, tenantId));
  const seconds = (performance.now() - begun) / 1000;
  const cpu = cpuLine(earlier, await cpuSeconds(bench.counted), seconds);
  if (counts) await printStatements(sql);
  return { rps: Math.round(rows.length / seconds), cpu };
}

function send(client: Client, bodies: readonly string[]): Promise<void> {
  return inParallel(
    bodies,
    SENDERS,
    (body) => client.post<void>("/api/v1/records", body),
  );
}

async function outcomes(sql: Bench["database"]["sql"], tenantId: string) {
  const [row] = await sql`
    select count(*) filter (where source = 'rule') as rules,
      count(*) filter (where outcome = 'auto' and source = 'similarity') as similar,
      count(*) filter (where outcome = 'needs_review' and status = 'processed') as review,
      count(*) filter (where status = 'failed' or status = 'ingested') as undone
    from records where tenant_id = ${tenantId} and status <> 'approved'`;
  return `${row!.rules} settled by rules, ${row!.similar} by similarity, ${
    row!.review
  } for review, ${row!.undone} not done`;
}

/** The common design: its two processes, on tables of their own in the same database. */
async function startCommon(bench: Bench, template: BenchTenant) {
  const { url, sql } = bench.database;
  const { tenantId } = template;
  await openCommon(sql, template, hashedNgrams());
  const args = [url, `${bench.redisUrl}/2`, tenantId];
  const api = startDeno("bench", ["bench/pipeline/common/api.ts", ...args], {});
  const startWorker = (search: "indexed" | "exact") =>
    startDeno(
      "bench",
      ["bench/pipeline/common/worker.ts", ...args.slice(0, 2), search],
      {},
    );
  let worker = startWorker("indexed");
  const client = clientOf(await api.address(), "");
  await worker.address();
  const counted = (): Counted => ({
    ...bench.counted,
    pids: { ...bench.counted.pids, api: api.pid, worker: worker.pid },
  });
  let all = 0;
  const run = async (rows: Company["rest"], round: number) => {
    const earlier = await cpuSeconds(counted());
    const begun = performance.now();
    await send(client, bodiesOf(rows, SET, scattered(`c${round}`)));
    all += rows.length;
    await until(async () => {
      const [row] = await sql`
        select count(*) as waiting from common_records where tenant_id = ${tenantId} and status = 'ingested'`;
      return Number(row!.waiting) === 0;
    });
    const seconds = (performance.now() - begun) / 1000;
    const [row] = await sql`
      select count(*) as done from common_events where type = 'PROCESSED'`;
    if (Number(row!.done) !== all) throw new Error(`${row!.done} of ${all}`);
    console.log(
      `    common ${cpuLine(earlier, await cpuSeconds(counted()), seconds)}`,
    );
    return Math.round(rows.length / seconds);
  };
  return {
    run,
    /** From now on neighbours are as exact as ours. */
    async searchExactly() {
      await worker.stop();
      worker = startWorker("exact");
      await worker.address();
    },
    async stop() {
      await worker.stop();
      await api.stop();
    },
  };
}
