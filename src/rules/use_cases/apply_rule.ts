import type { Deps } from "../../../ports/deps.ts";
import type { Failure } from "../../kernel/failure.ts";
import type { RuleId } from "../../kernel/ids.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import type { RecordFilter } from "../../records/record_filter.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import { actorId, type Scope } from "../../tenancy/scope.ts";
import { newRun } from "../history/new_run.ts";
import { ruleFailures } from "../rule.ts";
import type { RuleRun } from "../history/run.ts";

/**
 * Begins a run that applies one rule, in its place among the others, to records that were decided already: each field
 * that this rule sets becomes what it says. A job does the work.
 */
export async function applyRule(
  deps: Pick<Deps, "uow" | "clock" | "ids">,
  scope: Scope,
  ruleId: RuleId,
  filter: RecordFilter,
): Promise<
  Result<RuleRun, AccessDenied | Failure<"rule.missing" | "rule.disabled">>
> {
  const allowed = permit(scope, "rules.write");
  if (!allowed.ok) return allowed;
  const made = { id: deps.ids.next("run"), by: actorId(scope) };
  const at = deps.clock.now();
  return deps.uow.run(allowed.value, async (tx) => {
    const { version, rules } = await tx.rules.current();
    const rule = rules.find(({ id }) => id === ruleId);
    if (!rule) return fail(ruleFailures.missing({ rule_id: ruleId }));
    if (!rule.enabled) return fail(ruleFailures.disabled({ rule_id: ruleId }));
    const { run, fact } = newRun(
      { ruleId, backtestId: null, rulesetVersion: version, filter },
      { ...made, at },
    );
    await tx.runs.add([run]);
    tx.events.append([fact]);
    return ok(run);
  });
}
