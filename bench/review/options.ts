import { parseArgs } from "node:util";
import { wrongUse } from "../../src/main/args.ts";

export interface Options {
  /** What backlogs are made smaller by, to see that it works: such figures are not quoted. */
  readonly scale: number;
  /** Only the data set of this name; null: all. */
  readonly only: string | null;
  readonly verbose: boolean;
}

export const USAGE =
  `Usage: deno task bench review [--scale 0.1] [--only NAME] [--verbose]`;

/** Reads the arguments; ends the process with code 2 where they make no sense. */
export function readOptions(args: readonly string[]): Options {
  try {
    return optionsIn(args);
  } catch (error) {
    wrongUse(USAGE, error);
  }
}

function optionsIn(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      scale: { type: "string", default: "1" },
      only: { type: "string" },
      verbose: { type: "boolean", default: false },
    },
  });
  const scale = Number(values.scale);
  if (!(scale > 0)) throw new Error("--scale is no number above 0");
  return { scale, only: values.only ?? null, verbose: values.verbose };
}
