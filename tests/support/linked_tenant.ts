import {
  ENDED_PROFILE,
  endedMembership,
} from "../../src/tenancy/external_member.ts";
import type { Role } from "../../src/tenancy/access.ts";
import type { ProviderWord } from "../../src/tenancy/provider_word.ts";
import { hearProvider } from "../../src/tenancy/use_cases/hear_provider.ts";
import { linkOrganisation } from "../../src/tenancy/use_cases/link_organisation.ts";
import { listMembers } from "../../src/tenancy/use_cases/list_members.ts";
import { readTenant } from "../../src/tenancy/use_cases/read_tenant.ts";
import { openTrial, value } from "./trial.ts";

/** A tenant that is linked to an organisation, and what is told of it. */
export async function linked() {
  const trial = await openTrial();
  value(
    await linkOrganisation(trial.deps, {
      tenantId: trial.tenant.id,
      provider: "clerk",
      organisation: "org_fox",
    }),
  );
  let next = 1;
  return {
    ...trial,
    hear: (word: ProviderWord, id = `msg_${next++}`) =>
      hearProvider(trial.deps, { provider: "clerk", id, word }),
    async members() {
      const all = value(await listMembers(trial.deps, trial.scope));
      return all.map(({ email, name, role }) => `${email} ${name} ${role}`)
        .sort();
    },
  };
}

export const OWNER = "ann@foxglove.example Ann owner";
export type Told = {
  at: number;
  role?: Role | null;
  email?: string;
  name?: string;
};

export function membership(
  user: string,
  n: number,
  told: Told | null,
): ProviderWord {
  const id = `orgmem_${user}${n}`;
  const { at = 0, role = "viewer", email = null, name = null } = told ?? {};
  return {
    kind: "membership",
    organisation: "org_fox",
    user: `user_${user}`,
    membership: told
      ? { id, at, role, email, name, ended: false }
      : endedMembership(id),
  };
}

export function profile(user: string, told: Told | null): ProviderWord {
  const { at = 0, email = null, name = null } = told ?? {};
  return {
    kind: "user",
    user: `user_${user}`,
    profile: told ? { at, email, name, ended: false } : ENDED_PROFILE,
  };
}

/** Two people with one address one after the other, one who leaves and returns, one who is deleted, one whose role is not ours. */
export const HISTORY: readonly ProviderWord[] = [
  membership("bo", 1, { at: 1, role: "reviewer", email: "bo@x.example" }),
  membership("cy", 1, { at: 2, role: "admin", email: "cy@x.example" }),
  profile("bo", { at: 3, email: "bo@x.example", name: "Bo" }),
  membership("bo", 1, { at: 4, role: "admin", email: "bo@x.example" }),
  membership("cy", 1, null),
  membership("di", 1, { at: 5, role: "viewer", email: "cy@x.example" }),
  profile("bo", { at: 6, email: "robert@x.example", name: "Robert" }),
  membership("ed", 1, { at: 7, role: "reviewer", email: "bo@x.example" }),
  profile("di", { at: 8, email: "di@x.example", name: "Di" }),
  membership("cy", 2, { at: 9, role: "reviewer", email: "cy@x.example" }),
  membership("fy", 1, { at: 10, email: "fy@x.example" }),
  profile("fy", null),
  membership("bo", 1, { at: 11, role: "viewer", email: "robert@x.example" }),
  membership("gil", 1, { at: 12, role: null, email: "gil@x.example" }),
  membership("ed", 1, { at: 13, role: "viewer", email: "bo@x.example" }),
  {
    kind: "organisation",
    organisation: "org_fox",
    named: { at: 14, name: "Fox & Co" },
  },
  {
    kind: "organisation",
    organisation: "org_fox",
    named: { at: 15, name: "Foxes" },
  },
];
export const AFTER = [
  OWNER,
  "bo@x.example bo@x.example viewer",
  "cy@x.example cy@x.example reviewer",
  "di@x.example Di viewer",
  "robert@x.example Robert viewer",
];

export async function tenants(
  deps: Awaited<ReturnType<typeof linked>>["deps"],
  scope: Awaited<ReturnType<typeof linked>>["scope"],
) {
  return [value(await readTenant(deps, scope)).name];
}
