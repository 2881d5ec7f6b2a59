import type { Deps } from "../../../ports/deps.ts";
import type { Tx } from "../../../ports/unit_of_work.ts";
import { entitlementOf } from "../../billing/entitlement.ts";
import {
  readStanding,
  type StandingDeps,
} from "../../billing/parts/read_standing.ts";
import { countSeats, tellSeats } from "../../billing/parts/take_seat.ts";
import type { ExternalMember } from "../external_member.ts";
import type { ExternalOrganisation } from "../external_organisation.ts";
import { revocation, revokedFor } from "../invitation.ts";
import { isDecider } from "../is_decider.ts";
import { membersInStep } from "../members_in_step.ts";

/**
 * Part of a unit: writes `told`, and the members that follow from all that was told. The organisation is written each
 * time, so that of two units at once one starts over and sees what the other did.
 */
export async function keepInStep(
  tx: Tx,
  deps: Pick<Deps, "ids"> & StandingDeps,
  organisation: ExternalOrganisation,
  told?: ExternalMember,
): Promise<void> {
  const { clock, ids } = deps;
  const { limits } = entitlementOf(await readStanding(deps, tx));
  if (limits.members !== null) await tx.usage.takeTurn("members");
  const [members, kept] = [
    await tx.members.all(),
    await tx.externalMembers.all(),
  ];
  const others = kept.filter(({ id }) => id !== told?.id);
  const step = membersInStep({
    externals: told ? [...others, told] : kept,
    members,
    ended: organisation.ended,
    membersMax: limits.members,
    now: clock.now(),
    nextId: () => ids.next("usr"),
  });
  const invitations = step.leaving.length > 0 ? await tx.invitations.all() : [];
  const revoked = step.leaving.flatMap(({ email }) =>
    revokedFor(email, invitations, clock.now())
  );
  const idle = [...step.leaving, ...step.changed]
    .filter((member) => !isDecider(member));
  await tx.reviewWork.releaseAll(idle.map(({ id }) => id));
  await tx.externalOrganisations.save([organisation]);
  await tx.invitations.save(revoked);
  await tx.members.save(step.leaving);
  await tx.members.save(step.releasing);
  await tx.members.save(step.changed);
  await tx.members.add(step.added);
  const written = new Map(step.externals.map((one) => [one.id, one]));
  if (told && !written.has(told.id)) written.set(told.id, told);
  const known = new Set(kept.map(({ id }) => id));
  const rows = [...written.values()];
  await tx.externalMembers.add(rows.filter(({ id }) => !known.has(id)));
  await tx.externalMembers.save(rows.filter(({ id }) => known.has(id)));
  tx.events.append([...step.facts, ...revoked.map(revocation)]);
  if (limits.members !== null) {
    tellSeats(tx, "members", {
      before: members.filter(({ removedAt }) => removedAt === null).length,
      after: await countSeats(tx, "members"),
      limit: limits.members,
    });
  }
}
