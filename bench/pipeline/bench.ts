import { company, teach } from "./company.ts";
import { growth } from "./growth.ts";
import { settleDown } from "./history.ts";
import { intake } from "./intake.ts";
import { latency } from "./latency.ts";
import { readOptions } from "./options.ts";
import { openServers, type Servers } from "./servers.ts";
import { openBench } from "./stage.ts";
import { copyTenant, newTenant } from "./tenants.ts";
import { runOurs, throughput } from "./throughput.ts";

const RECORDS = 50_000;
const EXAMPLES = 10_000;
const RULES = 200;
const LATENCY_S = 30;
/** Records sent before anything is measured. */
const WARM_UP = 5_000;

/**
 * The service as it runs, one API and one worker process, on a PostgreSQL with fsync on and a Redis: throughput,
 * latency of single records, what history does to both, and intake alone. Figures of throughput are medians.
 */
export async function pipelineBench(
  args: readonly string[],
): Promise<Readonly<Record<string, number>>> {
  const { parts, scale, rounds, profile } = readOptions(args);
  const servers = await openServers();
  const seconds = Math.max(5, Math.round(LATENCY_S * scale));
  const figures: Record<string, number> = {};
  try {
    header(servers, scale, rounds);
    if (
      ["throughput", "latency", "intake"].some((part) =>
        parts.has(part as never)
      )
    ) {
      const known = company({
        examples: EXAMPLES * scale,
        records: Math.max(RECORDS * scale, WARM_UP, 100 * (seconds + 3)),
      });
      const sent = { ...known, rest: known.rest.slice(0, RECORDS * scale) };
      const bench = await openBench(servers, 1, profile);
      try {
        const { database: { sql }, service } = bench;
        const template = await newTenant(sql);
        await teach(
          bench.database,
          service.address,
          template,
          known.learned,
          RULES,
        );
        await runOurs(
          bench,
          await copyTenant(sql, template),
          known.rest.slice(0, WARM_UP),
          "w",
        );
        await sql`vacuum analyze`;
        if (parts.has("throughput")) {
          console.log(`\nthroughput: ${sent.rest.length} records`);
          Object.assign(
            figures,
            await throughput(bench, template, sent, rounds),
          );
        }
        if (parts.has("latency")) {
          console.log("\nlatency of single records");
          const tenant = await copyTenant(sql, template);
          await settleDown(sql);
          const { p50, p99 } = await latency(
            bench,
            tenant,
            known.rest,
            { seconds, seed: "l" },
          );
          Object.assign(figures, { p50_ms: p50, p99_ms: p99 });
        }
        if (parts.has("intake")) {
          console.log("\nintake alone, the worker stopped");
          Object.assign(
            figures,
            await intake(bench, template, sent, { scale, rounds }),
          );
        }
      } finally {
        await bench.close();
      }
    }
    if (parts.has("growth")) {
      console.log("\ngrowth: few records stored, and many");
      const sizes = { scale, rounds, seconds: Math.ceil(seconds / 2) };
      Object.assign(figures, await growth(servers, sizes));
    }
  } finally {
    await servers.close();
  }
  return figures;
}

function header(servers: Servers, scale: number, rounds: number): void {
  const memory = Math.round(Deno.systemMemoryInfo().total / 2 ** 30);
  console.log(
    `deno ${Deno.version.deno}, ${navigator.hardwareConcurrency} cores, ${memory} GiB, ${Deno.build.os} ${Deno.osRelease()}
${servers.settings}
one API and one worker process, settings as they come; sender, database and Redis share the machine
sets of 500, ${RULES} rules, ${
      EXAMPLES * scale
    } approved examples, medians of ${rounds} rounds${
      scale < 1 ? `; scaled down to ${scale}: not to be quoted` : ""
    }`,
  );
}
