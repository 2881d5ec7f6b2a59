import type { Deps } from "../../../ports/deps.ts";
import { ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import { eraseTenant } from "./erase_tenant.ts";
import { cutOffs, RETENTION_KINDS, type RetentionKind } from "../retention.ts";

/** Rows of one kind that go in one unit. */
const ROWS_PER_UNIT = 1_000;

/** How many went, by kind. */
export type Removed = { readonly [K in RetentionKind]: number };

/** Removes what a tenant has kept long enough, in units of one statement each; done again, it finds nothing. */
export async function applyRetention(
  deps: Pick<Deps, "uow" | "clock" | "files">,
  scope: Scope,
  rowsPerUnit = ROWS_PER_UNIT,
): Promise<Result<Removed, AccessDenied>> {
  const allowed = permit(scope, "jobs.run");
  if (!allowed.ok) return allowed;
  const removed = Object.fromEntries(
    RETENTION_KINDS.map((kind) => [kind, 0]),
  ) as { [K in RetentionKind]: number };
  const { value: due } = await deps.uow.run(allowed.value, async (tx) => {
    const [tenant] = await tx.tenants.find([scope.tenantId]);
    return ok(
      tenant && tenant.erasedAt === null
        ? cutOffs(tenant.settings.retention, deps.clock.now())
        : null,
    );
  });
  if (due === null) {
    // What was under way while it was erased may have been written behind it.
    const erased = await eraseTenant(deps, scope, { id: "" });
    return erased.ok ? ok(removed) : erased;
  }
  for (const { kind, before } of due) {
    let count: number;
    do {
      const { value } = await deps.uow.run(allowed.value, async (tx) => {
        const gone = await tx.retention.remove(kind, before, rowsPerUnit);
        if (gone > 0) {
          tx.events.append([{
            type: "RETENTION_APPLIED",
            payload: { kind, before, removed: gone },
          }]);
        }
        return ok(gone);
      });
      count = value;
      removed[kind] += count;
    } while (count === rowsPerUnit);
  }
  return ok(removed);
}
