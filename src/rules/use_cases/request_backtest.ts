import type { Deps } from "../../../ports/deps.ts";
import { openCategories } from "../../categories/category_tree.ts";
import type { Failure } from "../../kernel/failure.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import type { RecordFilter } from "../../records/record_filter.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import { actorId, type Scope } from "../../tenancy/scope.ts";
import type { Backtest } from "../backtest.ts";
import { EMPTY_REPORT } from "../backtest_report.ts";
import { draftOf, type DraftRefused, type RuleChange } from "../draft.ts";
import { ruleFailures } from "../rule.ts";

/** A change as asked for: the id of a new rule is given here. */
export type AskedChange =
  | Omit<Extract<RuleChange, { op: "create" }>, "rule_id">
  | Exclude<RuleChange, { op: "create" }>;

/**
 * Asks what changes of the rules would do to stored records. Nothing of them is put in force; a job fills the report.
 * A wrong `seenVersion` of the set is refused; null starts from whichever is in force.
 */
export async function requestBacktest(
  deps: Pick<Deps, "uow" | "clock" | "ids">,
  scope: Scope,
  { changes: asked, filter, seenVersion }: {
    readonly changes: readonly AskedChange[];
    readonly filter: RecordFilter;
    readonly seenVersion: number | null;
  },
): Promise<
  Result<Backtest, AccessDenied | DraftRefused | Failure<"rule.stale">>
> {
  const allowed = permit(scope, "rules.write");
  if (!allowed.ok) return allowed;
  const id = deps.ids.next("bkt");
  const changes = asked.map((change): RuleChange =>
    change.op === "create"
      ? { ...change, rule_id: deps.ids.next("rule") }
      : change
  );
  const now = deps.clock.now();
  return deps.uow.run(allowed.value, async (tx) => {
    const base = await tx.rules.current();
    const { version } = base;
    if (seenVersion !== null && seenVersion !== version) {
      return fail(ruleFailures.stale({ ruleset_version: version }));
    }
    const open = openCategories(await tx.categories.all());
    const draft = draftOf(base, changes, open);
    if (!draft.ok) return draft;
    const backtest: Backtest = {
      id,
      version: 1,
      createdAt: now,
      createdBy: actorId(scope),
      rulesetVersion: version,
      changes,
      filter,
      state: "waiting",
      scannedTo: null,
      report: EMPTY_REPORT,
      endedAt: null,
      activatedAt: null,
    };
    await tx.backtests.add([backtest]);
    tx.events.append([{
      type: "RULES_BACKTEST_REQUESTED",
      payload: { backtest_id: id, ruleset_version: version },
    }]);
    return ok(backtest);
  });
}
