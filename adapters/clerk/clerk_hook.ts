import type { Clock } from "../../ports/clock.ts";
import type { IdentityHook } from "../../ports/identity_hook.ts";
import { fail, ok } from "../../src/kernel/result.ts";
import type { Role } from "../../src/tenancy/access.ts";
import { hookFailures } from "../../src/tenancy/provider_word.ts";
import { isInTime, isSigned, signedHeaders } from "./hook_signature.ts";
import { readWord } from "./read_word.ts";

/** Reads the webhooks of Clerk, which Svix signs and sends. */
export function clerkHook({ secretsAt, roles, clock }: {
  /** The signing secrets that are accepted at that time. */
  readonly secretsAt: (now: ReturnType<Clock["now"]>) => readonly string[];
  readonly roles: ReadonlyMap<string, Role>;
  readonly clock: Clock;
}): IdentityHook {
  return {
    provider: "clerk",
    async read(bytes, headers) {
      const signed = signedHeaders(headers);
      if (!signed) return fail(hookFailures.malformed());
      const now = clock.now();
      const isTrusted = isInTime(signed, Date.parse(now)) &&
        await isSigned(signed, bytes, secretsAt(now));
      if (!isTrusted) return fail(hookFailures.untrusted());
      const word = readWord(bodyOf(bytes), roles);
      return word
        ? ok({ provider: "clerk", id: signed.id, word })
        : fail(hookFailures.malformed());
    },
  };
}

function bodyOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    // Not UTF-8, or not JSON: no event either.
    return undefined;
  }
}
