import type { Instant } from "../../../../src/kernel/instant.ts";
import { type ApiKey, isLive } from "../../../../src/tenancy/api_key.ts";
import type { Tone } from "../parts/tag.tsx";

/** Whether a key works, and why not. */
export function keyState(
  key: ApiKey,
  now: Instant,
): { readonly label: string; readonly tone: Tone } {
  if (key.revokedAt !== null) return { label: "Revoked", tone: "plain" };
  if (!isLive(key, now)) return { label: "Expired", tone: "plain" };
  return key.replacedBy === null
    ? { label: "Works", tone: "good" }
    : { label: "Being replaced", tone: "warn" };
}
