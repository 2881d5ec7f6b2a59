import { parseArgs } from "node:util";
import { wrongUse } from "../../src/main/args.ts";

export interface Options {
  /** How many records wait, at most, and how many are never asked about. */
  readonly waiting: number;
  readonly unseen: number;
  /** How many backlogs are made of each data set. */
  readonly backlogs: number;
  /** Only the data set of this name; null: all. */
  readonly only: string | null;
  readonly verbose: boolean;
}

const USAGE =
  `Usage: deno task bench review [--waiting 2000] [--unseen 1000] [--backlogs 3] [--only NAME] [--verbose]`;

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
      waiting: { type: "string", default: "2000" },
      unseen: { type: "string", default: "1000" },
      backlogs: { type: "string", default: "3" },
      only: { type: "string" },
      verbose: { type: "boolean", default: false },
    },
  });
  const whole = (name: "waiting" | "unseen" | "backlogs") => {
    const value = Number(values[name]);
    if (!Number.isInteger(value) || value < 1) {
      throw new Error(`--${name} is no whole number from 1 on`);
    }
    return value;
  };
  return {
    waiting: whole("waiting"),
    unseen: whole("unseen"),
    backlogs: whole("backlogs"),
    only: values.only ?? null,
    verbose: values.verbose,
  };
}
