import type { Deps } from "../../../ports/deps.ts";
import { ok } from "../../kernel/result.ts";
import type { Permit } from "../../tenancy/access.ts";
import type { TenantSettings } from "../../tenancy/tenant.ts";
import { frameOf } from "./frame_of.ts";
import type { Frame } from "./run_pipeline.ts";

/** What the tenant's records would be decided by now, where no model is asked. */
export async function frameNow(
  deps: Pick<Deps, "uow" | "model">,
  permit: Permit,
): Promise<{ readonly frame: Frame; readonly settings: TenantSettings }> {
  const { value } = await deps.uow.run(permit, async (tx) => {
    const [tenant] = await tx.tenants.find([permit.tenantId]);
    if (!tenant) throw new Error(`tenant ${permit.tenantId} has no row`);
    const ruleSet = await tx.rules.current();
    const categories = await tx.categories.all();
    const { settings } = tenant;
    const learned = await tx.learning.current();
    const trust = await tx.outcomes.trust();
    const frame = frameOf(
      { ruleSet, categories, settings, learned, trust },
      deps.model.profile,
    );
    return ok({ frame, settings });
  });
  return value;
}
