import { argsOrExit, wrongUse } from "../../src/main/args.ts";

export interface RulesOptions {
  readonly rounds: number;
  /** 1 for the sizes that are quoted; less for a quick look, whose figures are not. */
  readonly scale: number;
}

/** Reads `[--rounds 5] [--scale 0.1]`; ends the process with code 2 where they make no sense. */
export function readOptions(args: readonly string[]): RulesOptions {
  const usage = "Usage: deno task bench rules [--rounds 5] [--scale 0.1]";
  const { values } = argsOrExit(usage, {
    args: [...args],
    options: {
      rounds: { type: "string", default: "5" },
      scale: { type: "string", default: "1" },
    },
  });
  const [rounds, scale] = [Number(values.rounds), Number(values.scale)];
  if (!(rounds >= 1) || !(scale > 0 && scale <= 1)) wrongUse(usage);
  return { rounds, scale };
}
