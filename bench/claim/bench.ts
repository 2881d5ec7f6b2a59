import { cpus } from "node:os";
import { connectPostgres } from "../../adapters/postgres/connect.ts";
import type { ClaimRequest } from "../../ports/review_work.ts";
import { ratio } from "../pipeline/figures.ts";
import { settleDown } from "../pipeline/history.ts";
import { openServers } from "../pipeline/servers.ts";
import { fillCompanies } from "./fill.ts";
import { copyInMemory, wouldClaim } from "./in_memory.ts";
import { cpuMsOf, type Figures, measured, type Operation } from "./measure.ts";
import { type Operations, operationsIn } from "./operations.ts";
import { type Options, readOptions } from "./options.ts";
import { claimShapes, type Shapes } from "./shapes.ts";

const WAITING = 100_000;
/** Companies beside the one that is measured, in which 2,000 items wait and more. */
const OTHERS = 20;
const MEMBERS = 5;
/** What a claim may take at p95, whatever its shape. */
const GOAL_MS = 150;
/** Items that another person holds, before all others. */
const LEASED = 1_000;

/** Of one shape, and its parts of the medians of both floors. */
interface Told extends Figures {
  readonly of_queue: number;
  readonly of_sum: number;
}

/**
 * How long it takes to claim ten of 100,000 items that wait, in every shape that a claim can have, and to look at the
 * pages that show them; beside two floors in the same rounds.
 */
export async function claimBench(
  args: readonly string[],
): Promise<Readonly<Record<string, unknown>>> {
  const options = readOptions(args);
  const servers = await openServers();
  const database = await servers.openDatabase();
  // One connection: its process's time is that of what is measured.
  const sql = connectPostgres(database.url, { max: 1 });
  try {
    header(servers.settings, options);
    const sizes = [
      WAITING,
      ...Array.from({ length: OTHERS }, (_, i) => 2_000 + 150 * i),
    ].map((waiting) => Math.round(waiting * options.scale));
    const [company] = await fillCompanies(database.sql, sizes, MEMBERS);
    // It comes when it comes: what a claim takes without it is measured in the end.
    await database.sql`alter table approvals set (autovacuum_enabled = off)`;
    await settleDown(database.sql);
    const operations = operationsIn(sql, company!);
    const shapes = claimShapes(company!);
    await compare(operations, shapes);

    const [{ pid }] = await sql<[{ pid: number }]>`
      select pg_backend_pid() as pid`;
    const measure = (all: Readonly<Record<string, Operation>>) =>
      besideFloors(operations, all, options.rounds, cpuMsOf(pid));
    const claimed = (request: ClaimRequest): Operation => async () => {
      const found = await operations.claim(request);
      return () => operations.giveBack(found);
    };
    const plain = shapes["plain"]!;
    const first = await measure({
      ...Object.fromEntries(
        Object.entries(shapes)
          .map(([name, request]) => [name, claimed(request)]),
      ),
      ...await operations.whole(),
    });
    const others = { by: company!.memberIds[1]!, until: plain.lease.until };
    await operations.claim({ ...plain, limit: LEASED, lease: others });
    const leased = await measure({ leased: claimed(plain) });
    await database.sql`
      update approvals set stake = stake + 2 ^ -20 where state = 'waiting'`;
    const changed = await measure({ all_changed: claimed(plain) });
    const told = { ...first.told, ...leased.told, ...changed.told };
    return {
      waiting: sizes[0],
      goal_ms: GOAL_MS,
      worst_p95_ms: Math.max(
        ...[...Object.keys(shapes), "leased"].map((name) => told[name]!.p95_ms),
      ),
      floors: first.floors,
      ...told,
    };
  } finally {
    await sql.end();
    await database.close();
    await servers.close();
  }
}

/** Ends the run where a claim does not find what memory's storage does. */
async function compare(
  { uow, permit }: Operations,
  shapes: Shapes,
): Promise<void> {
  const copy = await copyInMemory(uow, permit);
  for (const [name, request] of Object.entries(shapes)) {
    const found = await wouldClaim(uow, permit, request);
    const expected = await wouldClaim(copy, permit, request);
    if (found.join() !== expected.join()) {
      throw new Error(`${name}: not what is to be claimed first`);
    }
  }
}

/** Measures `all` and the floors in turn, and prints a line for each. */
async function besideFloors(
  { floors }: Operations,
  all: Readonly<Record<string, Operation>>,
  rounds: number,
  cpuMs: () => Promise<number | null>,
) {
  const figures = await measured({ ...all, ...floors }, rounds, cpuMs);
  const { queue, sum } = figures;
  const told = Object.keys(all).map((name): [string, Told] => {
    const one = figures[name]!;
    return [name, {
      ...one,
      of_queue: ratio(one.p50_ms, queue!.p50_ms),
      of_sum: ratio(one.p50_ms, sum!.p50_ms),
    }];
  });
  console.log(
    `floors: queue ${line(queue!)}; sum ${line(sum!)}`,
  );
  for (const [name, one] of told) {
    console.log(
      `${name.padEnd(20)} ${
        line(one)
      }; ${one.of_queue} of the queue, ${one.of_sum} of the sum`,
    );
  }
  return {
    floors: { queue: queue!, sum: sum! },
    told: Object.fromEntries(told),
  };
}

function line({ p50_ms, p95_ms, cpu_p50_ms }: Figures): string {
  return `p50 ${p50_ms} ms, p95 ${p95_ms} ms, processor ${cpu_p50_ms} ms`;
}

function header(settings: string, { scale, rounds }: Options): void {
  const memory = Math.round(Deno.systemMemoryInfo().total / 2 ** 30);
  console.log(
    `deno ${Deno.version.deno}, ${navigator.hardwareConcurrency} cores, ${
      cpus()[0]?.model ?? "an unknown processor"
    }, ${memory} GiB, ${Deno.build.os} ${Deno.osRelease()}
${settings}
${WAITING * scale} items wait, ten are claimed; ${rounds} rounds${
      scale === 1 ? "" : `; scaled by ${scale}: not to be quoted`
    }`,
  );
}
