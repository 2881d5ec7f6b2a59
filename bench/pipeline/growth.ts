import { company } from "./company.ts";
import { teach } from "./company.ts";
import { median, ratio } from "./figures.ts";
import { fillHistory, settleDown } from "./history.ts";
import { latency } from "./latency.ts";
import type { Servers } from "./servers.ts";
import { type Bench, openBench } from "./stage.ts";
import { type BenchTenant, copyTenant, newTenant } from "./tenants.ts";
import { runOurs } from "./throughput.ts";

/** Approved examples, which are the records stored before the first history. */
const STORED_BEFORE = 1_000;
const STORED_AFTER = 1_000_000;
const RECORDS = 10_000;
const RULES = 200;

export interface GrowthFigures {
  readonly growth_1m: number;
  readonly p99_1m_ms: number;
}

/**
 * The pace with 1,000 records stored divided by that with 1,000,000, and the latency with the latter. Two databases,
 * each with an API and a worker of its own, take turns; both know the same 1,000 approved examples.
 */
export async function growth(
  servers: Servers,
  { scale, rounds, seconds }: {
    readonly scale: number;
    readonly rounds: number;
    readonly seconds: number;
  },
): Promise<GrowthFigures> {
  const { learned, rest } = company({
    examples: STORED_BEFORE,
    records: Math.max(RECORDS * scale, 100 * (seconds + 3)),
  });
  const rows = rest.slice(0, RECORDS * scale);
  const small = await openBench(servers, 3);
  const large = await openBench(servers, 4);
  try {
    const few = await taught(small, learned);
    const many = await taught(large, learned);
    // What history is made of; it warms both services up too.
    const sample = await copyTenant(large.database.sql, many);
    await runOurs(large, sample, rows, "sample");
    await runOurs(
      small,
      await copyTenant(small.database.sql, few),
      rows,
      "sample",
    );
    const count = Math.round(STORED_AFTER * scale) - STORED_BEFORE;
    const begun = performance.now();
    await fillHistory(large.database.sql, {
      from: sample.tenantId,
      to: many.tenantId,
      count,
    });
    await settleDown(large.database.sql);
    await settleDown(small.database.sql);
    console.log(
      `  ${count} records of history in ${
        Math.round((performance.now() - begun) / 1000)
      } s`,
    );

    const pace = { few: [] as number[], many: [] as number[] };
    for (let round = 1; round <= rounds; round++) {
      const fresh = await copyTenant(small.database.sql, few);
      await settleDown(small.database.sql);
      const before = await runOurs(small, fresh, rows, `g${round}`);
      const after = await runOurs(large, many, rows, `g${round}`);
      pace.few.push(before.rps);
      pace.many.push(after.rps);
      console.log(
        `  round ${round}: ${before.rps} records/s with ${STORED_BEFORE} stored, ${after.rps} with ${
          count + STORED_BEFORE
        }\n    ${before.cpu}\n    ${after.cpu}`,
      );
    }
    const fresh = await copyTenant(small.database.sql, few);
    await settleDown(small.database.sql);
    await settleDown(large.database.sql);
    await latency(small, fresh, rest, {
      seconds,
      seed: "l",
    });
    const { p99 } = await latency(large, many, rest, { seconds, seed: "l" });
    return {
      growth_1m: ratio(median(pace.few), median(pace.many)),
      p99_1m_ms: p99,
    };
  } finally {
    await small.close();
    await large.close();
  }
}

async function taught(
  bench: Bench,
  learned: Parameters<typeof teach>[3],
): Promise<BenchTenant> {
  const tenant = await newTenant(bench.database.sql);
  await teach(bench.database, bench.service.address, tenant, learned, RULES);
  return tenant;
}
