import { argsOrExit, wrongUse } from "../../src/main/args.ts";

/** The parts of the benchmark, in the order in which they run. */
export const PARTS = ["throughput", "latency", "growth", "intake"] as const;
export type Part = typeof PARTS[number];

export interface Options {
  readonly parts: ReadonlySet<Part>;
  /** 1 for the sizes of the issue; less for a quick look, whose figures are not to be quoted. */
  readonly scale: number;
  readonly rounds: number;
  /** Whether to print what the database server's time went into. */
  readonly profile: boolean;
}

/** Reads `[--only PART] [--scale 0.1] [--rounds 3] [--profile]`; ends the process with code 2 where they make no sense. */
export function readOptions(args: readonly string[]): Options {
  const usage = `Usage: deno task bench pipeline [--only ${
    PARTS.join("|")
  }] [--scale 0.1] [--rounds 3] [--profile]`;
  const { values } = argsOrExit(usage, {
    args: [...args],
    options: {
      only: { type: "string" },
      scale: { type: "string", default: "1" },
      rounds: { type: "string", default: "3" },
      profile: { type: "boolean", default: false },
    },
  });
  const only = PARTS.find((part) => part === values.only);
  const scale = Number(values.scale);
  const rounds = Number(values.rounds);
  if ((values.only && !only) || !(scale > 0 && scale <= 1) || !(rounds >= 1)) {
    wrongUse(usage);
  }
  return {
    parts: new Set(only ? [only] : PARTS),
    scale,
    rounds,
    profile: values.profile,
  };
}
