import { claimBench } from "./claim/bench.ts";
import { consoleBench } from "./console/bench.ts";
import { embedBench } from "./embed/bench.ts";
import { importBench } from "./import/bench.ts";
import { pipelineBench } from "./pipeline/bench.ts";
import { reportsBench } from "./reports/bench.ts";
import { qualityBench } from "./quality/bench.ts";
import { reviewBench } from "./review/bench.ts";
import { vectorsBench } from "./vectors/bench.ts";

/** `deno task bench NAME [OPTIONS]`: runs one benchmark; its last line is its figures as one JSON object. */
const BENCHES: Readonly<
  Record<string, (args: readonly string[]) => Promise<unknown>>
> = {
  pipeline: pipelineBench,
  quality: qualityBench,
  review: reviewBench,
  embed: embedBench,
  import: importBench,
  vectors: vectorsBench,
  claim: claimBench,
  console: consoleBench,
  reports: reportsBench,
  // Only when asked for: it loads a native library, which not every machine has.
  rules: async (args) =>
    await (await import("./rules/bench.ts")).rulesBench(args),
};

const [name = "", ...args] = Deno.args;
const bench = BENCHES[name];
if (!bench) {
  console.error(`Usage: deno task bench ${Object.keys(BENCHES).join(" | ")}`);
  Deno.exit(2);
}
console.log(JSON.stringify(await bench(args)));
