import { argsOrExit, wrongUse } from "../../src/main/args.ts";

export interface Options {
  /** 1 for the sizes that are quoted; less for a quick look. */
  readonly scale: number;
  readonly rounds: number;
}

/** Reads `[--scale 0.1] [--rounds 40]`; ends the process with code 2 where they make no sense. */
export function readOptions(args: readonly string[]): Options {
  const usage = `Usage: deno task bench claim [--scale 0.1] [--rounds 40]`;
  const { values } = argsOrExit(usage, {
    args: [...args],
    options: {
      scale: { type: "string", default: "1" },
      rounds: { type: "string", default: "40" },
    },
  });
  const [scale, rounds] = [Number(values.scale), Number(values.rounds)];
  if (!(scale > 0 && scale <= 1 && rounds >= 1)) wrongUse(usage);
  return { scale, rounds };
}
