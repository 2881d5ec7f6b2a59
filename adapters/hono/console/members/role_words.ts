import type { Role } from "../../../../src/tenancy/access.ts";

/** A role, and what it may do, in a line. */
export const ROLE_WORDS: Readonly<Record<Role, string>> = {
  owner: "Owner: everything, billing too",
  admin: "Admin: everything but billing and owners",
  reviewer: "Reviewer: reads, and decides what waits",
  viewer: "Viewer: reads",
};

/** The roles that somebody may give: an owner's only by owners. */
export function roleChoices(
  isOwner: boolean,
): readonly (readonly [Role, string])[] {
  return (Object.entries(ROLE_WORDS) as [Role, string][])
    .filter(([role]) => isOwner || role !== "owner").toReversed();
}
