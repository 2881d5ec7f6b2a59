import type { Tx } from "../../../ports/unit_of_work.ts";
import type { Flaw } from "../../kernel/failure.ts";
import type { MemberId } from "../../kernel/ids.ts";
import { ROLES } from "../../tenancy/access.ts";
import type { ReviewQueue } from "../review_queue.ts";
import { isDecider } from "./review_view.ts";

/** What a queue names that is not there. */
export async function queueFlaws(
  tx: Pick<Tx, "categories" | "connections" | "members">,
  { conditions, assignees = [] }: Partial<
    Pick<ReviewQueue, "conditions" | "assignees">
  >,
): Promise<readonly Flaw[]> {
  const { categoryIds = null, connectionIds = null } = conditions ?? {};
  const categories = new Set<string>(
    categoryIds ? (await tx.categories.all()).map(({ id }) => id) : [],
  );
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
  return [
    ...missing("/conditions/category_ids", categoryIds ?? [], categories),
    ...missing("/conditions/connection_ids", connectionIds ?? [], connections),
    ...missing("/assignees", assignees, new Set([...members, ...roles])),
  ];
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
