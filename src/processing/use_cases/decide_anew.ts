import type { Deps } from "../../../ports/deps.ts";
import type { CompanyRecord } from "../../records/record.ts";
import type { Permit } from "../../tenancy/access.ts";
import { withoutRuleFields } from "../rule_fields.ts";
import type { Limits, Step } from "../trace.ts";
import { recallExamples } from "./recall_examples.ts";
import {
  type Case,
  concludeAll,
  type ConcludedCase,
  type Frame,
} from "./run_pipeline.ts";
import { tryRules } from "./try_rules.ts";

/** Where no model is configured now, what was asked then counts as asked. */
const AS_THEN: Limits["model"] = { attempts_max: 1, threshold: null };

/**
 * What records with a trace would be concluded to be now, before any person has a say. A model's answer is the one in
 * the trace; a record that would be put to a model for the first time is left out.
 */
export async function decideAnew(
  deps: Pick<Deps, "uow" | "clock" | "embedder" | "otherEmbedders">,
  permit: Permit,
  records: readonly CompanyRecord[],
  frame: Frame,
): Promise<readonly ConcludedCase[]> {
  const { limits, open } = frame;
  const decided: ConcludedCase[] = [];
  const traced = records.filter(({ trace }) => trace !== null)
    .map((record) => asIfOpen(withoutRuleFields(record)));
  const groups = Map.groupBy(traced, (record) => lastAnswer(record) !== null);
  for (const [wasAsked, group] of groups) {
    decided.push(
      ...await concludeAll(
        group,
        wasAsked ? { ...limits, model: limits.model ?? AS_THEN } : limits,
        {
          try_rules: (cases) => Promise.resolve(tryRules(deps, cases, frame)),
          recall_examples: (cases) =>
            recallExamples(deps, permit, cases, frame, "replay"),
          ask_model: (cases) =>
            Promise.resolve(cases.flatMap((one) => answeredAsThen(one, open))),
        },
      ),
    );
  }
  return decided;
}

/** Rules leave alone what a person settled; here the category is asked for all the same. */
function asIfOpen(record: CompanyRecord): CompanyRecord {
  const settledByPerson = record.settledByPerson
    .filter((field) => field !== "category_id");
  return { ...record, settledByPerson };
}

type ModelStep = Extract<Step, { kind: "model_answered" | "model_failed" }>;

function lastAnswer({ trace }: CompanyRecord): ModelStep | null {
  return trace?.steps.findLast((step) =>
    step.kind === "model_answered" || step.kind === "model_failed"
  ) ?? null;
}

/** The case with what the model said of it then; nothing where it was not asked, or named a category that is archived. */
function answeredAsThen(
  { record, steps }: Case,
  open: Frame["open"],
): readonly Case[] {
  const step = lastAnswer(record);
  if (step === null) return [];
  if (step.kind === "model_failed") {
    return [{ record, steps: [...steps, { ...step, final: true }] }];
  }
  const isOpen = step.category_id === null || open.has(step.category_id);
  return isOpen ? [{ record, steps: [...steps, step] }] : [];
}
