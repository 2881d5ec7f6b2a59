import { argsOrExit, wrongUse } from "../../src/main/args.ts";
import { chaos } from "./chaos.ts";
import { killChildren } from "./logged_child.ts";
import { NoServers } from "./debian_folder.ts";
import type { ChaosReport } from "./report.ts";

/**
 * `deno task chaos [--records N] [--faults N] [--seed N] [--verbose]`: breaks everything while records come in. The last
 * line is the totals as one JSON object. Code 0: nothing was lost, doubled or stuck, and nothing else was wrong;
 * 1: something was; 2: wrong options; 3: no servers can be started here.
 */
const { records, faults, seed, verbose } = optionsOrExit();
const say = (line: string) => console.log(line);
const begun = performance.now();
const early = new AbortController();
for (const name of ["SIGINT", "SIGTERM"] as const) {
  Deno.addSignalListener(name, () => {
    if (early.signal.aborted) {
      killChildren();
      Deno.exit(1);
    }
    say("no more faults; once more ends it at once");
    early.abort();
  });
}
say(`${records} records, ${faults} faults, seed ${seed}`);

let report: ChaosReport;
try {
  report = await chaos({
    records,
    faults,
    seed,
    tenants: 4,
    everyMs: 1_800,
    holdMsMax: 70_000,
    atOnce: 4,
    stormMsMax: 15 * 60_000,
    stuckMs: 180_000,
    signal: early.signal,
    onFault: (fault) => {
      if (!verbose) return;
      const at_s = Math.round((performance.now() - begun) / 1_000);
      say(JSON.stringify({ at_s, ...fault }));
    },
    onTrouble: (error) => {
      if (verbose) say(`could not look: ${error}`);
    },
    say,
  });
} catch (error) {
  killChildren();
  if (!(error instanceof NoServers)) throw error;
  console.error(error.message);
  Deno.exit(3);
}

const { totals, wrong, ...details } = report;
say(JSON.stringify({ seed, ...details }));
for (const one of wrong) say(`wrong: ${one}`);
const isGood = totals.lost === 0 && totals.duplicated === 0 &&
  totals.stuck === 0 && totals.chain_ok && totals.faults >= faults &&
  totals.accepted >= records && wrong.length === 0;
say(JSON.stringify(totals));
Deno.exit(isGood ? 0 : 1);

function optionsOrExit() {
  const usage =
    "Usage: deno task chaos [--records N] [--faults N] [--seed N] [--verbose]";
  const { values } = argsOrExit(usage, {
    options: {
      records: { type: "string", default: "50000" },
      faults: { type: "string", default: "200" },
      seed: { type: "string", default: "1" },
      verbose: { type: "boolean", default: false },
    },
  });
  const { verbose } = values;
  const [records, faults, seed] = [values.records, values.faults, values.seed]
    .map((text) => /^[1-9]\d{0,8}$/.test(text) ? Number(text) : undefined);
  if (!records || !faults || !seed) wrongUse(usage);
  return { records, faults, seed, verbose };
}
