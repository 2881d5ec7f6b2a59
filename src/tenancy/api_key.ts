import { failures } from "../kernel/failure.ts";
import type { ApiKeyId } from "../kernel/ids.ts";
import type { Instant } from "../kernel/instant.ts";
import type { Action, Role } from "./access.ts";
import { hashSecret, hintOf, newSecret } from "./api_key_secret.ts";

/** A key that programs sign in with. Only the hash of its secret is kept. */
export interface ApiKey {
  readonly id: ApiKeyId;
  readonly version: number;
  readonly name: string;
  readonly role: Role | "agent";
  /** What an `agent` key may do; empty for the other roles. */
  readonly scopes: readonly Action[];
  /** The name that events written through this key carry as `source_agent`. */
  readonly sourceAgent: string;
  readonly secretHash: string;
  /** The first characters of the secret, to recognise it by. */
  readonly hint: string;
  readonly createdAt: Instant;
  readonly expiresAt: Instant | null;
  readonly revokedAt: Instant | null;
  /** The key in whose place this one was made. */
  readonly replaces: ApiKeyId | null;
  /** The key that was made in this one's place. */
  readonly replacedBy: ApiKeyId | null;
}

/** How long a key and the one in its place may both work, in seconds: a week, and a day unless told otherwise. */
export const OVERLAP_MAX_S = 604_800;
export const OVERLAP_DEFAULT_S = 86_400;

export const apiKeyFailures = failures("api_key", {
  missing: { category: "missing", title: "No such API key" },
  owners_only: {
    category: "forbidden",
    title: "Only an owner may make, rotate or revoke an owner's key",
  },
  ended: {
    category: "conflict",
    title: "A key that has expired or was revoked cannot be rotated",
  },
  replaced: { category: "conflict", title: "The key was rotated already" },
  expired: { category: "invalid", title: "The key would open nothing" },
  beyond_maker: {
    category: "forbidden",
    title: "A key cannot be allowed more than the one who makes it",
  },
  outlives_maker: {
    category: "forbidden",
    title: "A key cannot be made to live longer than the key that makes it",
  },
});

type NewApiKey =
  & Pick<ApiKey, "id" | "name" | "role" | "createdAt">
  & Partial<
    Pick<ApiKey, "scopes" | "sourceAgent" | "expiresAt" | "replaces">
  >;

/** A key, and its secret, made of 32 random bytes. */
export function newApiKey(
  given: NewApiKey,
  random: Uint8Array,
): { readonly key: ApiKey; readonly secret: string } {
  const secret = newSecret(random);
  const key: ApiKey = {
    scopes: [],
    sourceAgent: "balance",
    expiresAt: null,
    replaces: null,
    ...given,
    version: 1,
    secretHash: hashSecret(secret),
    hint: hintOf(secret),
    revokedAt: null,
    replacedBy: null,
  };
  return { key, secret };
}

/** Whether the key opens its tenant at `now`. */
export function isLive(key: ApiKey, now: Instant): boolean {
  return key.revokedAt === null &&
    (key.expiresAt === null || key.expiresAt > now);
}
