import type { Category } from "../../../../../src/categories/category.ts";
import type { Failure } from "../../../../../src/kernel/failure.ts";
import { fail, ok, type Result } from "../../../../../src/kernel/result.ts";
import type { RecordFilter } from "../../../../../src/records/record_filter.ts";
import {
  type Rule,
  type RuleDefinition,
  ruleFailures,
} from "../../../../../src/rules/rule.ts";
import { readBy } from "../../../flaws_in.ts";
import type { Next } from "../../shell/action.ts";
import type { FormValues } from "../../shell/form_state.ts";
import { changeRows } from "./change_rows.ts";
import { draftText, draftValues } from "./draft_values.ts";
import { editorExtras } from "./editor_extras.ts";
import { readDraft } from "./read_draft.ts";

/** What is done with a rule that was written well. */
export interface DraftDeeds {
  save(draft: RuleDefinition, position: number | null): Outcome;
  backtest(
    draft: RuleDefinition,
    position: number | null,
    filter: RecordFilter,
  ): Outcome;
}
type Outcome = Promise<Result<Next, Failure>>;

/** Does what the editor's button asks for. */
export async function actOnDraft(
  values: FormValues,
  { rule, categories, deeds }: {
    /** The one that is changed; null of a new one. */
    readonly rule: Rule | null;
    readonly categories: readonly Category[];
    readonly deeds: DraftDeeds;
  },
): Promise<Result<Next, Failure>> {
  const asked = typeof values["do"] === "string" ? values["do"] : "save";
  const others = changeRows(values, asked);
  if (others) return ok({ again: others });
  const draft = readDraft(values, rule, categories);
  if (!draft.ok) return draft;
  const kept = Object.fromEntries(
    ["seen", "position", "test_from", "sample"].flatMap((name) =>
      values[name] === undefined ? [] : [[name, values[name]]]
    ),
  );
  if (asked === "as-text") {
    return ok({ again: { ...kept, ...draftText(draft.value, categories) } });
  }
  if (asked === "as-form") {
    return ok({ again: { ...kept, ...draftValues(draft.value) } });
  }
  const extras = readBy(editorExtras, kept);
  if (!extras.ok) return fail(ruleFailures.invalid({}, extras.flaws));
  const { position, test_from, sample } = extras.value;
  const at = position === undefined ? null : position - 1;
  const done = asked === "backtest"
    ? await deeds.backtest(draft.value, at, {
      ...test_from && { from: test_from },
      ...sample !== undefined && sample < 100 && { samplePercent: sample },
    })
    : await deeds.save(draft.value, at);
  return done.ok ? done : fail(atFields(done.failure, values));
}

/** Use cases name places in a rule, and the form has fields. */
function atFields(failure: Failure, values: FormValues): Failure {
  if (failure.kind !== "rule.unknown_category") return failure;
  const pointer = values["as"] === "text" ? "/text" : "/category_id";
  const detail = "is not an open category of yours";
  return { ...failure, flaws: [{ pointer, detail }] };
}
