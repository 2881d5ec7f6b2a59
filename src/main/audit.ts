import { Audit } from "../events/audit.ts";
import { readCheckpoints, readExportLine } from "../events/event_json.ts";
import { argsOrExit, wrongUse } from "./args.ts";
import { exitWith } from "./environment.ts";
import { linesOf } from "./lines_of.ts";

/**
 * `deno task audit FILE… [--checkpoint FILE]…`: verifies an exported event log with nothing but the files; the last
 * line is what it came to as JSON, the code 1 where something is wrong.
 */
const USAGE = "Usage: deno task audit EXPORT… [--checkpoint FILE]…";
const { values, positionals } = argsOrExit(USAGE, {
  allowPositionals: true,
  options: { checkpoint: { type: "string", multiple: true } },
});
if (positionals.length === 0) wrongUse(USAGE);

try {
  const kept = [];
  for (const file of values.checkpoint ?? []) {
    for await (const line of linesOf(file)) {
      const checkpoints = readCheckpoints(line);
      if (!checkpoints) throw new Error(`${file} holds no checkpoint`);
      kept.push(...checkpoints);
    }
  }
  const audit = new Audit(kept);
  reading: for (const file of positionals) {
    for await (const line of linesOf(file)) {
      if (!audit.take(readExportLine(line))) break reading;
    }
  }
  const { findings, ...counts } = audit.report();
  for (const finding of findings) console.log(finding);
  console.log(JSON.stringify(counts));
  if (!counts.ok) Deno.exitCode = 1;
} catch (error) {
  exitWith(error);
}
