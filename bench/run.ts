import { pipelineBench } from "./pipeline/bench.ts";

/** `deno task bench NAME [OPTIONS]`: runs one benchmark; its last line is its figures as one JSON object. */
const BENCHES: Readonly<
  Record<string, (args: readonly string[]) => Promise<unknown>>
> = {
  pipeline: pipelineBench,
};

const [name = "", ...args] = Deno.args;
const bench = BENCHES[name];
if (!bench) {
  console.error(`Usage: deno task bench ${Object.keys(BENCHES).join(" | ")}`);
  Deno.exit(2);
}
console.log(JSON.stringify(await bench(args)));
