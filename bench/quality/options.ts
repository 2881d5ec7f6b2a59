import { parseArgs } from "node:util";
import { wrongUse } from "../../src/main/args.ts";
import type { Cut } from "./full_feedback.ts";
import type { ColumnNames } from "./stream.ts";

export interface Options extends Cut {
  /** Paths of CSV files; none for the project's own sample. */
  readonly files: readonly string[];
  readonly columns: ColumnNames;
  /** How many of a stream's first records are taken. */
  readonly rows: number;
  /** Seeds of the closed loop; 0 leaves it out. */
  readonly seeds: number;
  /** Null: files are streams. Else that many rows, in no order, are known and the rest is asked. */
  readonly labelled: number | null;
  readonly test: string | null;
  readonly cost: boolean;
  readonly anchors: boolean;
  readonly verbose: boolean;
}

const USAGE = `Usage: deno task bench quality [--data FILE…]
  columns:  [--text COL[,COL]] [--counterparty COL] [--unit COL] [--amount COL] [--label COL] [--date COL]
            guessed where they are not named; "" for none
  streams:  [--rows 8000] [--warm 500] [--batch 500] [--seeds 10]
  no time:  --labelled N [--test FILE]
  less:     [--no-closed] [--no-cost] [--no-anchors]    more: [--verbose]`;

/** Reads the arguments; ends the process with code 2 where they make no sense. */
export function readOptions(args: readonly string[]): Options {
  try {
    return optionsIn(args);
  } catch (error) {
    wrongUse(USAGE, error);
  }
}

function optionsIn(args: readonly string[]): Options {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      data: { type: "string", multiple: true, default: [] },
      text: { type: "string" },
      counterparty: { type: "string" },
      unit: { type: "string" },
      amount: { type: "string" },
      label: { type: "string" },
      date: { type: "string" },
      rows: { type: "string", default: "8000" },
      warm: { type: "string", default: "500" },
      batch: { type: "string", default: "500" },
      seeds: { type: "string", default: "10" },
      labelled: { type: "string" },
      test: { type: "string" },
      "no-closed": { type: "boolean", default: false },
      "no-cost": { type: "boolean", default: false },
      "no-anchors": { type: "boolean", default: false },
      verbose: { type: "boolean", default: false },
    },
  });
  const whole = (name: "rows" | "warm" | "batch" | "seeds" | "labelled") => {
    const value = Number(values[name]);
    if (!Number.isInteger(value) || value < 1) {
      throw new Error(`--${name} is no whole number from 1 on`);
    }
    return value;
  };
  const { text, counterparty, unit, amount, label, date } = values;
  if (values.test !== undefined && values.labelled === undefined) {
    throw new Error("--test goes with --labelled");
  }
  if (positionals.length > 0 && values.data.length === 0) {
    throw new Error(`${positionals.join(" ")}: files come after --data`);
  }
  return {
    // `--data a.csv b.csv` as well as `--data a.csv --data b.csv`.
    files: [...values.data, ...positionals],
    columns: {
      ...text !== undefined && { text: text.split(",") },
      ...counterparty !== undefined && { counterparty },
      ...unit !== undefined && { unit },
      ...amount !== undefined && { amount },
      ...label !== undefined && { label },
      ...date !== undefined && { date },
    },
    rows: whole("rows"),
    warm: whole("warm"),
    batch: whole("batch"),
    seeds: values["no-closed"] ? 0 : whole("seeds"),
    labelled: values.labelled === undefined ? null : whole("labelled"),
    test: values.test ?? null,
    cost: !values["no-cost"],
    anchors: !values["no-anchors"],
    verbose: values.verbose,
  };
}
