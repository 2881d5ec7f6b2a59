import { cpus } from "node:os";
import { compileRules } from "../../src/rules/matcher/compile_rules.ts";
import { plainRules } from "../../src/rules/matcher/plain_rules.ts";
import { viewRecord } from "../../src/rules/matcher/record_view.ts";
import { backtestSeconds } from "./backtest.ts";
import { equalCases } from "./equal_cases.ts";
import { readOptions } from "./options.ts";
import { compileMs, oursPerSecond, timeSplit } from "./ours.ts";
import { peersPerSecond } from "./peers.ts";
import { MIX } from "./rule_mix.ts";
import { type World, worldOf } from "./world.ts";

const RECORDS = 100_000;
const CASES = 100_000;
/** Records that plain rules are tried on, which takes long with many rules. */
const COMPARED = 300;

/**
 * The rule engine by itself, on one thread, beside two others that know the same rules: records a second, that all find
 * the same rule for the same record, and that the compiled matcher means what the plain one does.
 */
export async function rulesBench(
  args: readonly string[],
): Promise<Readonly<Record<string, unknown>>> {
  const { rounds, scale } = readOptions(args);
  const records = Math.round(RECORDS * scale);
  header(records, rounds, scale);

  // First, while the machine itself has compiled nothing of it.
  const compile = compileMs(worldOf(10_000, 0));
  const figures: Record<string, unknown> = {};
  for (const count of [100, 1_000] as const) {
    const world = worldOf(count, records);
    describe(world);
    const ours = oursPerSecond(world, rounds);
    console.log(`ours: ${ours} records/s; ${timeSplit(world, rounds)}`);
    const peers = await peersPerSecond(world, { rounds, scale });
    figures[`rules_${count}`] = { ours, ...peers };
    for (const [name, rps] of Object.entries(peers)) {
      console.log(`${name}: ${rps} records/s, ours ${Math.round(ours / rps)}×`);
    }
  }

  const large = worldOf(10_000, records);
  describe(large);
  const ours = oursPerSecond(large, rounds);
  console.log(`ours: ${ours} records/s; ${timeSplit(large, rounds)}`);
  console.log(
    `compiled in ${
      compile.cold.toFixed(0)
    } ms cold, and with one rule changed in ${compile.changed.toFixed(0)} ms`,
  );
  figures.rules_10000 = { ours, compile_ms: Math.round(compile.cold) };

  const equal_cases = equalCases(CASES * scale);
  console.log(`\n${equal_cases} random cases as plain rules have them`);
  const backtest_s = await backtestSeconds(scale);
  return { ...figures, equal_cases, backtest_s };
}

/** Says what the records hit, after holding some of them against plain rules. */
function describe({ rules, records }: World): void {
  const set = { version: 1, rules };
  const [compiled, plain] = [compileRules(set), plainRules(set)];
  for (const record of records.slice(0, COMPARED)) {
    const ours = compiled.tryOn(viewRecord(record));
    const wanted = plain.tryOn(viewRecord(record));
    if (
      ours.considered !== wanted.considered || ours.hits[0] !== wanted.hits[0]
    ) throw new Error(`another rule than the plain one for ${record.id}`);
  }
  const places = records.flatMap((record) => {
    const { hits, considered } = compiled.tryOn(viewRecord(record));
    return hits.length > 0 ? [considered - 1] : [];
  });
  const fifths = [0, 0, 0, 0, 0];
  for (const place of places) fifths[Math.floor(5 * place / rules.length)]!++;
  const percent = (part: number, of: number) => Math.round(100 * part / of);
  console.log(
    `\n${rules.length} rules: ${
      percent(places.length, records.length)
    } % of the records hit one; of the hits, ${
      fifths.map((count) => percent(count, places.length)).join(", ")
    } % in each fifth of the order`,
  );
}

function header(records: number, rounds: number, scale: number): void {
  const memory = Math.round(Deno.systemMemoryInfo().total / 2 ** 30);
  const mix = Object.entries(MIX).map(([kind, share]) => `${share} % ${kind}`);
  console.log(
    `deno ${Deno.version.deno}, ${navigator.hardwareConcurrency} cores, ${
      cpus()[0]?.model ?? "an unknown processor"
    }, ${memory} GiB, ${Deno.build.os} ${Deno.osRelease()}
one thread; ${records} records, rules of ${
      mix.join(", ")
    }; medians of ${rounds} rounds${
      scale < 1 ? `; scaled down to ${scale}: not to be quoted` : ""
    }`,
  );
}
