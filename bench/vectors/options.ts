import { argsOrExit, wrongUse } from "../../src/main/args.ts";

export interface VectorsOptions {
  /** 1 for the sizes that are quoted; less for a quick look. */
  readonly scale: number;
  /** CSV files whose wordings the texts are made of; made-up businesses where there are none. */
  readonly data: readonly string[];
}

/** Reads `[--scale 0.1] [--data FILE…]`; ends the process with code 2 where they make no sense. */
export function readOptions(
  args: readonly string[],
  name: string,
): VectorsOptions {
  const usage =
    `Usage: deno task bench ${name} [--scale 0.1] [--data FILE.csv]…`;
  const { values } = argsOrExit(usage, {
    args: [...args],
    options: {
      scale: { type: "string", default: "1" },
      data: { type: "string", multiple: true, default: [] },
    },
  });
  const scale = Number(values.scale);
  if (!(scale > 0 && scale <= 1)) wrongUse(usage);
  return { scale, data: values.data };
}
