import type { Deps } from "../../../../../ports/deps.ts";
import type { Category } from "../../../../../src/categories/category.ts";
import { listCategories } from "../../../../../src/categories/use_cases/list_categories.ts";
import { listConnections } from "../../../../../src/integrations/use_cases/list_connections.ts";
import type { Failure } from "../../../../../src/kernel/failure.ts";
import { ok, type Result } from "../../../../../src/kernel/result.ts";
import type { Scope } from "../../../../../src/tenancy/scope.ts";
import { readTenant } from "../../../../../src/tenancy/use_cases/read_tenant.ts";
import type { Choices } from "../../parts/field.tsx";

/** What the editor needs to know of the company. */
export interface EditorWorld {
  readonly categories: readonly Category[];
  readonly connections: Choices;
  readonly mustTest: boolean;
}

/** Reads it. */
export async function editorWorld(
  deps: Pick<Deps, "uow">,
  scope: Scope,
): Promise<Result<EditorWorld, Failure>> {
  const [categories, connections, tenant] = await Promise.all([
    listCategories(deps, scope),
    listConnections(deps, scope),
    readTenant(deps, scope),
  ]);
  if (!categories.ok) return categories;
  if (!connections.ok) return connections;
  if (!tenant.ok) return tenant;
  return ok({
    categories: categories.value,
    connections: connections.value.map(({ id, name }) => [id, name] as const),
    mustTest: tenant.value.settings.requireBacktest,
  });
}
