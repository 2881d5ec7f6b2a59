import { match } from "ts-pattern";
import type { Deps } from "../../../ports/deps.ts";
import type { Tx } from "../../../ports/unit_of_work.ts";
import type { StandingDeps } from "../../billing/parts/read_standing.ts";
import type { TenantId } from "../../kernel/ids.ts";
import { ok } from "../../kernel/result.ts";
import { externalId } from "../external_id.ts";
import { newExternalMember, withMembership } from "../external_member.ts";
import { renamed } from "../external_organisation.ts";
import type { ProviderMessage, ProviderWord } from "../provider_word.ts";
import { keepInStep } from "./keep_in_step.ts";
import { providerPermit } from "./provider_permit.ts";
import { takeProfile } from "./take_profile.ts";

type Needs = Pick<Deps, "uow" | "ids" | "directory"> & StandingDeps;
type WordOf<Kind> = Extract<ProviderWord, { kind: Kind }>;

/** Takes in what an identity provider told. Whatever is of no linked organisation changes nothing; so does a repeat. */
export async function hearProvider(
  deps: Needs,
  message: ProviderMessage,
): Promise<void> {
  await match(message.word)
    .with(
      { kind: "organisation" },
      (word) => hearOrganisation(deps, message, word),
    )
    .with({ kind: "membership" }, (word) => hearMembership(deps, message, word))
    .with({ kind: "user" }, (word) => hearUser(deps, message, word))
    .with({ kind: "other" }, () => {})
    .exhaustive();
}

async function hearOrganisation(
  deps: Needs,
  message: ProviderMessage,
  { organisation, named }: WordOf<"organisation">,
): Promise<void> {
  const id = externalId(message.provider, organisation);
  const tenantId = await deps.directory.tenantOfOrganisation(id);
  if (!tenantId) return;
  await inTenant(deps, tenantId, message, async (tx) => {
    const [kept] = await tx.externalOrganisations.find([id]);
    if (!kept || kept.ended) return;
    if (named === null) {
      tx.events.append([
        { type: "ORGANISATION_ENDED", payload: { organisation } },
      ]);
      return keepInStep(tx, deps, { ...kept, ended: true });
    }
    const next = renamed(kept, named);
    if (next === kept) return;
    await tx.externalOrganisations.save([next]);
    const [tenant] = await tx.tenants.find([tenantId]);
    if (!tenant || tenant.name === named.name) return;
    await tx.tenants.save([{ ...tenant, name: named.name }]);
    tx.events.append([{
      type: "TENANT_UPDATED",
      payload: { before: { name: tenant.name }, after: { name: named.name } },
    }]);
  });
}

async function hearMembership(
  deps: Needs,
  message: ProviderMessage,
  { organisation, user, membership }: WordOf<"membership">,
): Promise<void> {
  const organisationId = externalId(message.provider, organisation);
  const tenantId = await deps.directory.tenantOfOrganisation(organisationId);
  if (!tenantId) return;
  const id = externalId(message.provider, user);
  await inTenant(deps, tenantId, message, async (tx) => {
    const [kept] = await tx.externalOrganisations.find([organisationId]);
    const [before] = await tx.externalMembers.find([id]);
    const after = withMembership(before ?? newExternalMember(id), membership);
    if (kept && after !== before) await keepInStep(tx, deps, kept, after);
  });
  // After the commit: a profile told meanwhile was kept before its teller looked for tenants.
  await takeProfile(deps, tenantId, id);
}

async function hearUser(
  deps: Needs,
  message: ProviderMessage,
  { user, profile }: WordOf<"user">,
): Promise<void> {
  const id = externalId(message.provider, user);
  await deps.directory.externalUsers.tell(id, profile);
  for (const tenantId of await deps.directory.tenantsOfExternalUser(id)) {
    await takeProfile(deps, tenantId, id);
  }
}

/** One unit in a tenant, which hears a message once. */
async function inTenant(
  { uow }: Pick<Deps, "uow">,
  tenantId: TenantId,
  { provider, id }: ProviderMessage,
  work: (tx: Tx) => Promise<void>,
): Promise<void> {
  await uow.run(providerPermit(tenantId, provider), async (tx) => {
    const { kind } = await tx.inbox.claim(`${provider}:${id}`, provider);
    if (kind === "first") await work(tx);
    return ok(null);
  });
}
