import { z } from "zod";
import type { Role } from "../../src/tenancy/access.ts";
import {
  ENDED_PROFILE,
  endedMembership,
} from "../../src/tenancy/external_member.ts";
import type { ProviderWord } from "../../src/tenancy/provider_word.ts";

const id = z.string().regex(/^[\w-]{1,128}$/);
/** Unix milliseconds. */
const at = z.number().int().min(0).max(8_640_000_000_000_000);
const text = z.string().max(1_000).nullish();

const event = z.object({ type: z.string().max(100), data: z.unknown() });
const organisation = z.object({
  id,
  name: z.string().max(1_000),
  updated_at: at,
});
const ended = z.object({ id });
const endedMember = z.object({
  id,
  organization: z.object({ id }),
  public_user_data: z.object({ user_id: id }),
});
const membership = z.object({
  id,
  role: z.string().max(200),
  updated_at: at,
  organization: z.object({ id }),
  public_user_data: z.object({
    user_id: id,
    identifier: text,
    first_name: text,
    last_name: text,
  }),
});
const user = z.object({
  id,
  updated_at: at,
  first_name: text,
  last_name: text,
  primary_email_address_id: text,
  email_addresses: z.array(
    z.object({ id: z.string(), email_address: z.string().max(320) }),
  ).default([]),
});

/** What an event of Clerk says, with our role for Clerk's; null for one that lacks what its type has. */
export function readWord(
  body: unknown,
  roles: ReadonlyMap<string, Role>,
): ProviderWord | null {
  const read = event.safeParse(body);
  if (!read.success) return null;
  const { type, data } = read.data;
  switch (type) {
    case "organization.created":
    case "organization.updated":
      return from(organisation, data, ({ id, name, updated_at }) => ({
        kind: "organisation",
        organisation: id,
        named: { at: updated_at, name: tidied(name) ?? id },
      }));
    case "organization.deleted":
      return from(ended, data, ({ id }) => ({
        kind: "organisation",
        organisation: id,
        named: null,
      }));
    case "organizationMembership.created":
    case "organizationMembership.updated":
      return from(membership, data, (told) => ({
        kind: "membership",
        organisation: told.organization.id,
        user: told.public_user_data.user_id,
        membership: {
          id: told.id,
          at: told.updated_at,
          role: roles.get(told.role) ?? null,
          email: emailIn(told.public_user_data.identifier),
          name: nameOf(told.public_user_data),
          ended: false,
        },
      }));
    case "organizationMembership.deleted":
      return from(endedMember, data, (told) => ({
        kind: "membership",
        organisation: told.organization.id,
        user: told.public_user_data.user_id,
        membership: endedMembership(told.id),
      }));
    case "user.created":
    case "user.updated":
      return from(user, data, (told) => ({
        kind: "user",
        user: told.id,
        profile: {
          at: told.updated_at,
          email: emailIn(
            told.email_addresses.find(({ id }) =>
              id === told.primary_email_address_id
            )?.email_address,
          ),
          name: nameOf(told),
          ended: false,
        },
      }));
    case "user.deleted":
      return from(ended, data, ({ id }) => ({
        kind: "user",
        user: id,
        profile: ENDED_PROFILE,
      }));
    default:
      return { kind: "other" };
  }
}

function from<S extends z.ZodType>(
  schema: S,
  data: unknown,
  wordOf: (read: z.output<S>) => ProviderWord,
): ProviderWord | null {
  const read = schema.safeParse(data);
  return read.success ? wordOf(read.data) : null;
}

/** An identifier may be a telephone number or a user name too. */
function emailIn(identifier: string | null | undefined): string | null {
  return identifier && /^[!-?A-~]+@[!-?A-~]+$/.test(identifier) &&
      identifier.length <= 320
    ? identifier
    : null;
}

function nameOf(
  { first_name: first, last_name: last }: {
    readonly first_name?: string | null | undefined;
    readonly last_name?: string | null | undefined;
  },
): string | null {
  return tidied(`${first ?? ""} ${last ?? ""}`);
}

/** Up to 200 characters without controls and halves of characters, which cannot be kept; null where nothing is left. */
function tidied(text: string): string | null {
  const name = text.replaceAll(/\p{Cc}+/gu, " ").trim().slice(0, 200)
    .toWellFormed();
  return name === "" ? null : name;
}
