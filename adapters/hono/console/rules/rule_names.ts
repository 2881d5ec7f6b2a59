import type { Deps } from "../../../../ports/deps.ts";
import { listCategories } from "../../../../src/categories/use_cases/list_categories.ts";
import { listConnections } from "../../../../src/integrations/use_cases/list_connections.ts";
import type { Failure } from "../../../../src/kernel/failure.ts";
import { ok, type Result } from "../../../../src/kernel/result.ts";
import type { Scope } from "../../../../src/tenancy/scope.ts";

/** What ids in rules are called: categories and connections, archived ones too. */
export async function ruleNames(
  deps: Pick<Deps, "uow">,
  scope: Scope,
): Promise<Result<ReadonlyMap<string, string>, Failure>> {
  const [categories, connections] = await Promise.all([
    listCategories(deps, scope),
    listConnections(deps, scope),
  ]);
  if (!categories.ok) return categories;
  if (!connections.ok) return connections;
  return ok(
    new Map<string, string>(
      [...categories.value, ...connections.value].map(({ id, name }) =>
        [id, name] as const
      ),
    ),
  );
}
