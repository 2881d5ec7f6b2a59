import type { Deps } from "../../../ports/deps.ts";
import type { StandingDeps } from "../../billing/parts/read_standing.ts";
import type { TenantId } from "../../kernel/ids.ts";
import { ok } from "../../kernel/result.ts";
import type { ExternalId } from "../external_id.ts";
import { standingOf, withProfile } from "../external_member.ts";
import { keepInStep } from "./keep_in_step.ts";
import { providerPermit } from "./provider_permit.ts";

/** Brings a tenant's user up to the profile that is kept. */
export async function takeProfile(
  deps: Pick<Deps, "uow" | "ids" | "directory"> & StandingDeps,
  tenantId: TenantId,
  id: ExternalId,
): Promise<void> {
  const profile = await deps.directory.externalUsers.find(id);
  if (!profile) return;
  const [provider = ""] = id.split(":");
  await deps.uow.run(providerPermit(tenantId, provider), async (tx) => {
    const [organisation] = await tx.externalOrganisations.all();
    const [before] = await tx.externalMembers.find([id]);
    // Who is nobody here is not named either; it is made up for when they become somebody.
    const matters = before && (profile.ended || standingOf(before) !== null);
    if (!matters || !organisation) return ok(null);
    const after = withProfile(before, profile);
    if (after !== before) await keepInStep(tx, deps, organisation, after);
    return ok(null);
  });
}
