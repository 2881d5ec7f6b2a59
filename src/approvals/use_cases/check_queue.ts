import type { Tx } from "../../../ports/unit_of_work.ts";
import { openCategories } from "../../categories/category_tree.ts";
import type { Failure, Flaw } from "../../kernel/failure.ts";
import type { MemberId } from "../../kernel/ids.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { ROLES } from "../../tenancy/access.ts";
import { isDecider } from "../../tenancy/is_decider.ts";
import { queueFailures, type ReviewQueue } from "../review_queue.ts";
import { type Idle, sameConditions, whyIdle } from "../why_idle.ts";

/** Why a queue is not made, or not changed so. */
export type QueueRefused = Failure<
  "review_queue.unknown" | "review_queue.idle"
>;

/** Refuses what names something that is not there, and conditions by which nothing could be in the queue wherever it stands among the `others`. */
export async function checkQueue(
  tx: Pick<Tx, "categories" | "connections" | "members">,
  { conditions, assignees = [] }: Partial<
    Pick<ReviewQueue, "conditions" | "assignees">
  >,
  others: readonly ReviewQueue[],
): Promise<Result<null, QueueRefused>> {
  const { categoryIds = null, connectionIds = null } = conditions ?? {};
  const all = categoryIds ? await tx.categories.all() : [];
  const categories = new Set<string>(all.map(({ id }) => id));
  const connections = new Set<string>(
    (await tx.connections.find(connectionIds ?? [])).map(({ id }) => id),
  );
  const roles: readonly string[] = ROLES;
  const named = assignees.filter((one): one is MemberId =>
    !roles.includes(one)
  );
  const members = new Set<string>(
    (await tx.members.find(named)).filter(isDecider).map(({ id }) => id),
  );
  const flaws = [
    ...missing("/conditions/category_ids", categoryIds ?? [], categories),
    ...missing("/conditions/connection_ids", connectionIds ?? [], connections),
    ...missing("/assignees", assignees, new Set([...members, ...roles])),
  ];
  if (flaws.length > 0) return fail(queueFailures.unknown({}, flaws));
  const idle = conditions && whyIdle(conditions, {
    // Any other may come to stand behind.
    before: others.filter((one) => sameConditions(one.conditions, conditions)),
    open: openCategories(all),
  });
  return idle ? fail(queueFailures.idle({}, [flawOf(idle)])) : ok(null);
}

function missing(
  pointer: string,
  ids: readonly string[],
  there: ReadonlySet<string>,
): readonly Flaw[] {
  return ids.flatMap((id, i) =>
    there.has(id) ? [] : [{
      pointer: `${pointer}/${i}`,
      detail: "is not there, or cannot be named here",
    }]
  );
}

function flawOf(idle: Idle): Flaw {
  switch (idle.kind) {
    case "amount":
      return {
        pointer: "/conditions/amount/min",
        detail: "is above the other end: no amount is within",
      };
    case "suggestion":
      return {
        pointer: "/conditions/category_ids",
        detail:
          "asks for a suggestion, and where nothing is alike nothing is suggested",
      };
    case "archived":
      return {
        pointer: "/conditions/category_ids",
        detail: "has archived categories only, which are suggested no more",
      };
    case "taken":
      return {
        pointer: "/conditions",
        detail: `are those of “${idle.by.name}”: the first of two takes all`,
      };
  }
}
