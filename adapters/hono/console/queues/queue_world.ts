import type { Deps } from "../../../../ports/deps.ts";
import type { Category } from "../../../../src/categories/category.ts";
import { listCategories } from "../../../../src/categories/use_cases/list_categories.ts";
import type { Connection } from "../../../../src/integrations/connection.ts";
import { listConnections } from "../../../../src/integrations/use_cases/list_connections.ts";
import type { Failure } from "../../../../src/kernel/failure.ts";
import { ok, type Result } from "../../../../src/kernel/result.ts";
import { rolesFor } from "../../../../src/tenancy/access.ts";
import type { Member } from "../../../../src/tenancy/member.ts";
import type { Scope } from "../../../../src/tenancy/scope.ts";
import { listMembers } from "../../../../src/tenancy/use_cases/list_members.ts";

/** What review queues can name. */
export interface QueueWorld {
  readonly categories: readonly Category[];
  readonly connections: readonly Connection[];
  /** Members who may decide. */
  readonly deciders: readonly Member[];
  /** Of all of these, by id; they say what is archived. */
  readonly names: ReadonlyMap<string, string>;
}

/** Reads what review queues can name. */
export async function queueWorld(
  deps: Pick<Deps, "uow">,
  scope: Scope,
): Promise<Result<QueueWorld, Failure>> {
  const [categories, connections, members] = await Promise.all([
    listCategories(deps, scope),
    listConnections(deps, scope),
    listMembers(deps, scope),
  ]);
  if (!categories.ok) return categories;
  if (!connections.ok) return connections;
  if (!members.ok) return members;
  const roles = rolesFor("approvals.decide");
  const deciders = members.value.filter(({ role }) => roles.includes(role));
  return ok({
    categories: categories.value,
    connections: connections.value,
    deciders,
    names: new Map<string, string>([
      ...[...categories.value, ...connections.value].map((
        { id, name, archivedAt },
      ): [string, string] => [
        id,
        archivedAt === null ? name : `${name} (archived)`,
      ]),
      ...deciders.map(({ id, name }): [string, string] => [id, name]),
    ]),
  });
}
