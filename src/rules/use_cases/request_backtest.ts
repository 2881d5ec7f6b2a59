import type { Deps } from "../../../ports/deps.ts";
import type { Tx } from "../../../ports/unit_of_work.ts";
import { openCategories } from "../../categories/category_tree.ts";
import type { Failure } from "../../kernel/failure.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import type { RecordFilter } from "../../records/record_filter.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import { actorId, type Scope } from "../../tenancy/scope.ts";
import { type Backtest, backtestFailures } from "../history/backtest.ts";
import { EMPTY_REPORT } from "../history/backtest_report.ts";
import {
  draftOf,
  type DraftRefused,
  type RuleChange,
} from "../history/draft.ts";
import { restoreChanges } from "../history/restore_changes.ts";
import { ruleFailures, type RuleSet } from "../rule.ts";

/** A change as asked for: the id of a new rule is given here. `restore` stands for all that gives an earlier set back, and alone. */
export type AskedChange =
  | Omit<Extract<RuleChange, { op: "create" }>, "rule_id">
  | Exclude<RuleChange, { op: "create" }>
  | { readonly op: "restore"; readonly ruleset_version: number };

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
  Result<
    Backtest,
    | AccessDenied
    | DraftRefused
    | Failure<
      | "rule.stale"
      | "backtest.unknown_version"
      | "backtest.not_alone"
      | "backtest.nothing_to_restore"
    >
  >
> {
  const allowed = permit(scope, "rules.write");
  if (!allowed.ok) return allowed;
  const id = deps.ids.next("bkt");
  const now = deps.clock.now();
  return deps.uow.run(allowed.value, async (tx) => {
    const base = await tx.rules.current();
    const { version } = base;
    if (seenVersion !== null && seenVersion !== version) {
      return fail(ruleFailures.stale({ ruleset_version: version }));
    }
    const changes = await changesOf(deps, tx, base, asked);
    if (!changes.ok) return changes;
    const open = openCategories(await tx.categories.all());
    const draft = draftOf(base, changes.value, open);
    if (!draft.ok) {
      return asked[0]?.op === "restore"
        ? fail({ ...draft.failure, flaws: [NOT_RESTORED] })
        : draft;
    }
    const backtest: Backtest = {
      id,
      version: 1,
      createdAt: now,
      createdBy: actorId(scope),
      rulesetVersion: version,
      changes: changes.value,
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

/** The changes that a restore stands for are not in the request. */
const NOT_RESTORED = {
  pointer: "/changes/0/ruleset_version",
  detail:
    "has a rule that can no longer be made, such as one of an archived category",
};

async function changesOf(
  deps: Pick<Deps, "ids">,
  tx: Pick<Tx, "rules">,
  base: RuleSet,
  asked: readonly AskedChange[],
): Promise<
  Result<
    readonly RuleChange[],
    Failure<
      | "backtest.unknown_version"
      | "backtest.not_alone"
      | "backtest.nothing_to_restore"
    >
  >
> {
  const newId = () => deps.ids.next("rule");
  const changes: RuleChange[] = [];
  for (const [index, change] of asked.entries()) {
    if (change.op === "create") changes.push({ ...change, rule_id: newId() });
    else if (change.op !== "restore") changes.push(change);
    else {
      const pointer = `/changes/${index}/ruleset_version`;
      if (asked.length > 1) {
        return fail(backtestFailures.not_alone({}, [{
          pointer,
          detail: "stands beside other changes",
        }]));
      }
      const then = await tx.rules.at(change.ruleset_version);
      if (!then) {
        return fail(backtestFailures.unknown_version({}, [{
          pointer,
          detail: "is no version of your rules",
        }]));
      }
      changes.push(...restoreChanges(base, then, newId));
      if (changes.length === 0) {
        return fail(backtestFailures.nothing_to_restore());
      }
    }
  }
  return ok(changes);
}
