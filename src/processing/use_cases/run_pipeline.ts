import type { Deps } from "../../../ports/deps.ts";
import type { CategoryId } from "../../kernel/ids.ts";
import type { CompanyRecord } from "../../records/record.ts";
import type { RuleSet } from "../../rules/rule.ts";
import type { Permit } from "../../tenancy/access.ts";
import type { ModelSettings } from "../../tenancy/model_settings.ts";
import type { Label } from "../model/question.ts";
import type { Learned } from "../learning/learned.ts";
import { nextWant, type Want } from "../pipeline.ts";
import type { Conclusion, Limits, Step } from "../trace.ts";
import { askModel } from "./ask_model.ts";
import { recallExamples } from "./recall_examples.ts";
import { tryRules } from "./try_rules.ts";

/** What all records of a batch are decided by. */
export interface Frame {
  readonly ruleSet: RuleSet;
  readonly limits: Limits;
  readonly learned: Learned | null;
  readonly contextAttributes: readonly string[];
  /** The categories that a record may get. */
  readonly open: ReadonlySet<CategoryId>;
  readonly labels: readonly Label[];
  readonly model: ModelSettings;
}

/** A record on its way through the pipeline. */
export interface Case {
  readonly record: CompanyRecord;
  readonly steps: readonly Step[];
}

export interface ConcludedCase extends Case {
  readonly limits: Limits;
  readonly conclusion: Conclusion;
}

/** What deciding records needs of the world. */
export type PipelineDeps =
  | "uow"
  | "clock"
  | "ids"
  | "embedder"
  | "otherEmbedders"
  | "model"
  | "timer";

type Work = Exclude<Want["kind"], "stop">;
type Worker = (cases: readonly Case[]) => Promise<readonly Case[]>;

/** How each kind of want is satisfied. A case that is not given back is left out of what is concluded. */
export type Workers = Readonly<Record<Work, Worker>>;

/** Decides records, each by as many steps as it wants. */
export async function runPipeline(
  deps: Pick<Deps, PipelineDeps>,
  permit: Permit,
  records: readonly CompanyRecord[],
  frame: Frame,
): Promise<readonly ConcludedCase[]> {
  return await concludeAll(records, frame.limits, {
    try_rules: (cases) => Promise.resolve(tryRules(deps, cases, frame)),
    recall_examples: (cases) =>
      recallExamples(deps, permit, cases, frame, "decide"),
    ask_model: (cases) => askModel(deps, permit, cases, frame),
  });
}

/** Asks every record for its next want, satisfies each kind of want for all that have it, until all are concluded. */
export async function concludeAll(
  records: readonly CompanyRecord[],
  limits: Limits,
  workers: Workers,
): Promise<readonly ConcludedCase[]> {
  const done: ConcludedCase[] = [];
  let going: readonly Case[] = records.map((record) => ({ record, steps: [] }));
  while (going.length > 0) {
    const byWork = new Map<Work, Case[]>();
    for (const one of going) {
      const want = nextWant(one.steps, limits);
      if (want.kind === "stop") {
        done.push({ ...one, limits, conclusion: want.conclusion });
      } else {
        const same = byWork.get(want.kind) ?? [];
        byWork.set(want.kind, same);
        same.push(one);
      }
    }
    const advanced: Case[] = [];
    for (const [work, cases] of byWork) {
      advanced.push(...await workers[work](cases));
    }
    going = advanced;
  }
  return done;
}
