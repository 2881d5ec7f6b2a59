import type { Deps } from "../../../ports/deps.ts";
import type { Claim } from "../../../ports/identity.ts";
import type { Tx } from "../../../ports/unit_of_work.ts";
import type { StandingDeps } from "../../billing/parts/read_standing.ts";
import type { TenantId } from "../../kernel/ids.ts";
import { ok } from "../../kernel/result.ts";
import { externalId } from "../external_id.ts";
import {
  type ExternalMember,
  newExternalMember,
  standingOf,
  withProfile,
} from "../external_member.ts";
import type { Member } from "../member.ts";
import { keepInStep } from "./keep_in_step.ts";
import { providerPermit } from "./provider_permit.ts";
import { takeProfile } from "./take_profile.ts";

type ExternalClaim = Extract<Claim, { kind: "external" }>;

/**
 * The member whom a claim names; null for one who left. Somebody of whom no membership was told yet becomes a member
 * by the claim; whose membership ended stays out, however valid the token, until a new one is told.
 */
export async function signInExternal(
  deps: Pick<Deps, "uow" | "ids" | "directory"> & StandingDeps,
  tenantId: TenantId,
  claim: ExternalClaim,
): Promise<Member | null> {
  const permit = providerPermit(tenantId, claim.provider);
  const id = externalId(claim.provider, claim.user);
  const { value: found } = await deps.uow.run(permit, async (tx) => {
    const { external, member } = await lookUp(tx, id);
    // Somebody for whom there was no place may find one by now.
    const waits = member === null && external && standingOf(external) !== null;
    return ok({
      member,
      isNews: waits || vouchedBy(claim, external) !== null,
    });
  });
  if (!found.isNews) return found.member;
  const profile = await deps.directory.externalUsers.find(id);
  await deps.uow.run(permit, async (tx) => {
    const [organisation] = await tx.externalOrganisations.all();
    const { external } = await lookUp(tx, id);
    const vouched = vouchedBy(claim, external);
    const told = vouched ?? external;
    if (told && organisation) {
      const whole = profile ? withProfile(told, profile) : told;
      await keepInStep(tx, deps, organisation, whole);
    }
    return ok(null);
  });
  // A profile told meanwhile was kept before its teller looked for tenants.
  await takeProfile(deps, tenantId, id);
  const { value: made } = await deps.uow.run(
    permit,
    async (tx) => ok((await lookUp(tx, id)).member),
  );
  return made;
}

async function lookUp(tx: Tx, id: ExternalMember["id"]): Promise<{
  readonly external: ExternalMember | undefined;
  readonly member: Member | null;
}> {
  const [external] = await tx.externalMembers.find([id]);
  const [member] = external?.memberId
    ? await tx.members.find([external.memberId])
    : [];
  return {
    external,
    member: member && member.removedAt === null ? member : null,
  };
}

/** The user with what the claim says, where it says something new and nobody else has said anything. */
function vouchedBy(
  claim: ExternalClaim,
  external = newExternalMember(externalId(claim.provider, claim.user)),
): ExternalMember | null {
  const at = Date.parse(claim.issuedAt);
  const { vouched, memberships, profile } = external;
  if (memberships.length > 0 || profile?.ended) return null;
  if (vouched && (vouched.at >= at || vouched.role === claim.role)) return null;
  const next = { ...external, vouched: { at, role: claim.role } };
  return standingOf(next) ? next : null;
}
