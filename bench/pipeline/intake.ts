import { clientOf } from "./client.ts";
import { bodiesOf, type Company, scattered, SET } from "./company.ts";
import { cpuLine, cpuSeconds } from "./cpu.ts";
import { inParallel, median } from "./figures.ts";
import { startDeno } from "./processes.ts";
import type { Bench } from "./stage.ts";
import { type BenchTenant, copyTenant } from "./tenants.ts";

/** Requests on their way at once. */
const SENDERS = { single: 16, sets: 4 } as const;
/** Records of one round. */
const RECORDS = { single: 2_000, sets: 20_000 } as const;

export interface IntakeFigures {
  readonly intake_single_rps: number;
  readonly intake_sets_rps: number;
  readonly echo_single_rps: number;
  readonly echo_sets_rps: number;
}

/** Records a second that `POST /records` takes in while nobody processes them, beside the echo server, round by round. */
export async function intake(
  bench: Bench,
  template: BenchTenant,
  { rest }: Company,
  { scale, rounds }: { readonly scale: number; readonly rounds: number },
): Promise<IntakeFigures> {
  await bench.service.stopWorker();
  const tenant = await copyTenant(bench.database.sql, template);
  const echo = startDeno("bench", ["bench/pipeline/echo.ts"], {});
  const ours = clientOf(bench.service.address, tenant.key);
  const bare = clientOf(await echo.address(), "none");
  const counted = {
    ...bench.counted,
    pids: { ...bench.counted.pids, echo: echo.pid },
  };
  const figures: Record<keyof IntakeFigures, number[]> = {
    intake_single_rps: [],
    intake_sets_rps: [],
    echo_single_rps: [],
    echo_sets_rps: [],
  };
  try {
    // The first round warms up and does not count.
    for (let round = 0; round <= rounds; round++) {
      for (const kind of ["single", "sets"] as const) {
        const count = Math.ceil(RECORDS[kind] * scale);
        const rows = rest.slice(0, count);
        const size = kind === "single" ? 1 : SET;
        const bodies = bodiesOf(rows, size, scattered(`i${kind}${round}`));
        for (
          const [name, client] of [["intake", ours], ["echo", bare]] as const
        ) {
          const earlier = await cpuSeconds(counted);
          const begun = performance.now();
          await inParallel(
            bodies,
            SENDERS[kind],
            (body) => client.post<void>("/api/v1/records", body),
          );
          const seconds = (performance.now() - begun) / 1000;
          const rps = Math.round(rows.length / seconds);
          if (round > 0) figures[`${name}_${kind}_rps`].push(rps);
          console.log(
            `  round ${round}: ${name} of ${kind} ${rps} records/s; ${
              cpuLine(earlier, await cpuSeconds(counted), seconds)
            }`,
          );
        }
      }
    }
  } finally {
    await echo.stop();
  }
  return Object.fromEntries(
    Object.entries(figures).map(([name, all]) => [name, median(all)]),
  ) as unknown as IntakeFigures;
}
