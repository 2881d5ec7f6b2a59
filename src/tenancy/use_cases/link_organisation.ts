import type { Deps } from "../../../ports/deps.ts";
import type { Failure } from "../../kernel/failure.ts";
import type { TenantId } from "../../kernel/ids.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../access.ts";
import { externalId } from "../external_id.ts";
import {
  type ExternalOrganisation,
  organisationFailures,
} from "../external_organisation.ts";
import { openScope } from "../open_scope.ts";

/** Links a tenant to an organisation of an identity provider: from then on its people are let in. Linking again changes nothing. */
export async function linkOrganisation(
  deps: Pick<Deps, "uow" | "clock" | "directory">,
  { tenantId, provider, organisation }: {
    readonly tenantId: TenantId;
    readonly provider: string;
    readonly organisation: string;
  },
): Promise<
  Result<
    ExternalOrganisation,
    | AccessDenied
    | Failure<
      | "organisation.linked_elsewhere"
      | "organisation.tenant_linked"
      | "organisation.tenant_missing"
    >
  >
> {
  const scope = openScope(tenantId, { kind: "system", id: "setup" });
  const allowed = permit(scope, "tenant.write");
  if (!allowed.ok) return allowed;
  const id = externalId(provider, organisation);
  const holder = await deps.directory.tenantOfOrganisation(id);
  if (holder !== undefined && holder !== tenantId) {
    return fail(organisationFailures.linked_elsewhere());
  }
  const linkedAt = deps.clock.now();
  return deps.uow.run(allowed.value, async (tx) => {
    const [tenant] = await tx.tenants.find([tenantId]);
    if (!tenant) return fail(organisationFailures.tenant_missing());
    const [kept] = await tx.externalOrganisations.all();
    if (kept) {
      return kept.id === id
        ? ok(kept)
        : fail(organisationFailures.tenant_linked({ organisation: kept.id }));
    }
    const linked = { id, version: 1, linkedAt, named: null, ended: false };
    await tx.externalOrganisations.add([linked]);
    tx.events.append([{
      type: "ORGANISATION_LINKED",
      payload: { organisation: id },
    }]);
    return ok(linked);
  });
}
