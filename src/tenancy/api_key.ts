import { failures } from "../kernel/failure.ts";
import type { ApiKeyId } from "../kernel/ids.ts";
import type { Instant } from "../kernel/instant.ts";
import { sha256 } from "../kernel/sha256.ts";
import type { Action, Role } from "./access.ts";

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
  /** SHA-256 of the whole secret: it is random, so a slow password hash would add nothing. */
  readonly secretHash: string;
  /** The first characters of the secret, to recognise it by. */
  readonly hint: string;
  readonly createdAt: Instant;
  readonly expiresAt: Instant | null;
  readonly revokedAt: Instant | null;
}

export const apiKeyFailures = failures("api_key", {
  missing: { category: "missing", title: "No such API key" },
  owners_only: {
    category: "forbidden",
    title: "Only an owner may make or revoke an owner's key",
  },
  expired: { category: "invalid", title: "The key would open nothing" },
  beyond_maker: {
    category: "forbidden",
    title: "A key cannot be allowed more than the one who makes it",
  },
});

const SECRET_PREFIX = "bal_";
const SECRET_BYTES = 32;
const HINT_CHARACTERS = SECRET_PREFIX.length + 6;

type NewApiKey =
  & Pick<ApiKey, "id" | "name" | "role" | "createdAt">
  & Partial<Pick<ApiKey, "scopes" | "sourceAgent" | "expiresAt">>;

/** A key, and its secret: `bal_` and the hexadecimal digits of 32 random bytes. */
export function newApiKey(
  given: NewApiKey,
  random: Uint8Array,
): { readonly key: ApiKey; readonly secret: string } {
  if (random.length < SECRET_BYTES) {
    throw new RangeError(`an API key needs ${SECRET_BYTES} random bytes`);
  }
  const hex = Array.from(
    random.subarray(0, SECRET_BYTES),
    (byte) => byte.toString(16).padStart(2, "0"),
  );
  const secret = SECRET_PREFIX + hex.join("");
  const key: ApiKey = {
    scopes: [],
    sourceAgent: "balance",
    expiresAt: null,
    ...given,
    version: 1,
    secretHash: hashSecret(secret),
    hint: secret.slice(0, HINT_CHARACTERS),
    revokedAt: null,
  };
  return { key, secret };
}

export function hashSecret(secret: string): string {
  return sha256(secret);
}

/** Whether the key opens its tenant at `now`. */
export function isLive(key: ApiKey, now: Instant): boolean {
  return key.revokedAt === null &&
    (key.expiresAt === null || key.expiresAt > now);
}
