import type { Tx } from "../../../ports/unit_of_work.ts";
import type { Failure } from "../../kernel/failure.ts";
import type { MemberId } from "../../kernel/ids.ts";
import { permit } from "../../tenancy/access.ts";
import { isDecider } from "../../tenancy/is_decider.ts";
import type { Scope } from "../../tenancy/scope.ts";
import { type Approval, approvalFailures } from "../approval.ts";
import { decisionFailures, type DecisionItem } from "../decision.ts";
import { personOf } from "../four_eyes.ts";

/**
 * Why `scope` may not take these back, where two members decide: a key is none, and a first word is its member's own. Of
 * a member who may not decide any more, and so cannot take it back, whoever hands out the work may.
 */
export async function notTheirs(
  tx: Pick<Tx, "members">,
  scope: Scope,
  standing: readonly {
    readonly item: DecisionItem;
    readonly approval: Approval;
  }[],
): Promise<
  Failure<"decision.not_yours" | "approval.members_only"> | null
> {
  const person = personOf(scope);
  const words = standing.map(({ item, approval: { id, state } }) => ({
    facts: { approval_id: id },
    first: state.kind === "waiting"
      ? state.verdicts.find((one) => one.decisionId === item.decisionId)
      : undefined,
    seconded: item.before.verdicts.length > 0,
  }));
  const byTwo = words.find(({ first, seconded }) => first || seconded);
  if (byTwo && person === null) {
    return approvalFailures.members_only(byTwo.facts);
  }
  const others = words.filter(({ first }) => first && first.by !== person);
  const mine = await theirs(tx, scope, others.map(({ first }) => first!.by));
  const refused = others.find(({ first }) => !mine.has(first!.by));
  return refused ? decisionFailures.not_yours(refused.facts) : null;
}

/** Those of `ids` in whose place `scope` may take back what they said. */
async function theirs(
  tx: Pick<Tx, "members">,
  scope: Scope,
  ids: readonly MemberId[],
): Promise<ReadonlySet<MemberId>> {
  if (ids.length === 0 || !permit(scope, "approvals.assign").ok) {
    return new Set();
  }
  const found = await tx.members.find(ids);
  const deciding = new Set(found.filter(isDecider).map(({ id }) => id));
  return new Set(ids.filter((id) => !deciding.has(id)));
}
