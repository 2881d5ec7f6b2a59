import { clerkHook } from "../../adapters/clerk/clerk_hook.ts";
import { clerkIdentity } from "../../adapters/clerk/clerk_identity.ts";
import { fetchKeys } from "../../adapters/clerk/fetch_keys.ts";
import { fetchedKeys, fixedKey } from "../../adapters/clerk/signing_keys.ts";
import { clerkSignIn } from "../../adapters/clerk/clerk_sign_in.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Identity } from "../../ports/identity.ts";
import type { HostedSignIn } from "../../ports/hosted_sign_in.ts";
import type { IdentityHook } from "../../ports/identity_hook.ts";
import type { ClerkConfig } from "./clerk_config.ts";
import { acceptedAt } from "./rotating_secret.ts";

/** Clerk as it is configured: who checks its tokens, who reads its webhooks where they are taken, and its sign-in page. */
export function openClerk(
  { keys, roles, webhookSecret, signInUrl, ...trust }: ClerkConfig,
  clock: Clock,
): {
  readonly identity: Identity;
  readonly hook: IdentityHook | null;
  readonly signIn: HostedSignIn | null;
} {
  return {
    signIn: signInUrl === null
      ? null
      : clerkSignIn({ issuer: trust.issuer, signInUrl }),
    identity: clerkIdentity({
      trust: { ...trust, roles },
      keys: keys.kind === "fixed"
        ? fixedKey(keys.pem)
        : fetchedKeys({ fetch: () => fetchKeys(keys.url), clock }),
      clock,
    }),
    hook: webhookSecret && clerkHook({
      secretsAt: (now) =>
        acceptedAt(webhookSecret, now).map((secret) => secret.reveal()),
      roles,
      clock,
    }),
  };
}

/** Asks one after another; the first that knows a token says whose it is. */
export function firstOf(...identities: readonly Identity[]): Identity {
  return {
    async verify(token) {
      for (const identity of identities) {
        const claim = await identity.verify(token);
        if (claim) return claim;
      }
      return null;
    },
  };
}
