import type { Deps } from "../../../../ports/deps.ts";
import type { Failure } from "../../../../src/kernel/failure.ts";
import type { RuleId } from "../../../../src/kernel/ids.ts";
import { ok, type Result } from "../../../../src/kernel/result.ts";
import { findRecords } from "../../../../src/records/use_cases/find_records.ts";
import type { RuleChange } from "../../../../src/rules/history/draft.ts";
import type { RecordDiff } from "../../../../src/rules/history/plan.ts";
import type { RuleSet } from "../../../../src/rules/rule.ts";
import { listRules } from "../../../../src/rules/use_cases/list_rules.ts";
import type { Scope } from "../../../../src/tenancy/scope.ts";
import type { DiffNames } from "./diff_table.tsx";
import { ruleNames } from "./rule_names.ts";

/** Reads what a table of differences names; `changes` may make rules that are not in force yet. */
export async function diffNames(
  deps: Pick<Deps, "uow">,
  scope: Scope,
  diffs: readonly RecordDiff[],
  changes: readonly RuleChange[] = [],
): Promise<Result<DiffNames & { readonly set: RuleSet }, Failure>> {
  const [records, all, names] = await Promise.all([
    findRecords(deps, scope, diffs.map(({ recordId }) => recordId)),
    listRules(deps, scope),
    ruleNames(deps, scope),
  ]);
  if (!records.ok) return records;
  if (!all.ok) return all;
  if (!names.ok) return names;
  const { set } = all.value;
  const made = changes.flatMap((change): [RuleId, string][] =>
    change.op === "create" ? [[change.rule_id, change.rule.name]] : []
  );
  return ok({
    records: records.value,
    names: names.value,
    rules: new Map<RuleId, string>([
      ...made,
      ...set.rules.map(({ id, name }): [RuleId, string] => [id, name]),
    ]),
    set,
  });
}
