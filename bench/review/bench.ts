import { cpus } from "node:os";
import { inParallel } from "../pipeline/figures.ts";
import { type DataSet, readDataSets } from "./backlogs.ts";
import {
  type ByMode,
  byMode,
  type Effort,
  figuresOf,
  MODE_NAMES,
  type SetFigures,
  TARGETS,
} from "./figures.ts";
import { inThread } from "./in_thread.ts";
import { type Options, readOptions } from "./options.ts";
import type { WorkedOff } from "./work_off.ts";

/** The part of the decisions that the service's order may need at most. */
const GOAL = 0.6;
/** Where a run ends; the targets have been reached for good by then. */
const UNTIL = 0.95;

/** How many decisions of people it takes until a backlog is as right as is asked, by the order in which they are asked. */
export async function reviewBench(
  args: readonly string[],
): Promise<Readonly<Record<string, unknown>>> {
  const options = readOptions(args);
  header(options);
  const sets: Record<string, SetFigures> = {};
  for (const set of await readDataSets(options)) {
    const figures = figuresOf(await workedOff(set, options));
    sets[set.name] = figures;
    console.log(tableOf(set, figures));
  }
  const ratios = Object.values(sets).map(({ ratio }) => ratio);
  return {
    target_accuracy: TARGETS[0],
    goal: GOAL,
    ratio: ratios.reduce(
      (most, one) => most === null || one === null ? null : Math.max(most, one),
      0,
    ),
    ...sets,
  };
}

/** Every mode on every backlog, as many at once as there are cores. */
async function workedOff(
  { name, backlogs }: DataSet,
  { verbose }: Options,
): Promise<ByMode> {
  const outcomes = byMode((): WorkedOff[] => []);
  await inParallel(
    MODE_NAMES.flatMap((mode) =>
      backlogs.map((backlog, i) => ({ mode, backlog, i }))
    ),
    navigator.hardwareConcurrency,
    async ({ mode, backlog, i }) => {
      const terms = { mode, seed: i + 1, until: UNTIL };
      outcomes[mode][i] = await inThread({ backlog, terms });
      if (verbose) console.error(`${name}: ${mode}, backlog ${i + 1}`);
    },
  );
  return outcomes;
}

/** A line for each mode: decisions and their part of those one by one, the oldest first. */
function tableOf(
  { name, backlogs }: DataSet,
  { book, unseen, unseen_at_target }: SetFigures,
): string {
  const cell = ({ decisions, ratio }: Effort) =>
    decisions === null ? "never" : `${decisions} (${ratio?.toFixed(2) ?? ""})`;
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  const sizes = backlogs.map(({ waiting }) => waiting.length).join(" + ");
  return [
    `\n${sizes} records\n`,
    line([
      name,
      ...TARGETS.map((target) => `book ${target}`),
      "unseen",
      `unseen at ${TARGETS[0]}`,
    ]),
    line(["---", ...TARGETS.map(() => "---"), "---", "---"]),
    ...MODE_NAMES.map((mode) =>
      line([
        mode,
        ...TARGETS.map((target) => cell(book[target]![mode])),
        cell(unseen[mode]),
        unseen_at_target[mode]?.toFixed(3) ?? "never",
      ])
    ),
  ].join("\n");
}

function header({ scale }: Options): void {
  const memory = Math.round(Deno.systemMemoryInfo().total / 2 ** 30);
  console.log(
    `deno ${Deno.version.deno}, ${navigator.hardwareConcurrency} cores, ${
      cpus()[0]?.model ?? "an unknown processor"
    }, ${memory} GiB, ${Deno.build.os} ${Deno.osRelease()}
a thread for each run, memory's storage, no model, no rules, seeds from 1 on${
      scale === 1 ? "" : `; scaled by ${scale}: not to be quoted`
    }`,
  );
}
