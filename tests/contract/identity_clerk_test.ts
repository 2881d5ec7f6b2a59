import { clerkIdentity } from "../../adapters/clerk/clerk_identity.ts";
import { fixedKey } from "../../adapters/clerk/signing_keys.ts";
import { plusMs } from "../../src/kernel/instant.ts";
import { claims, clerkKey, ISSUER, PARTY, signed } from "../support/clerk.ts";
import { settableClock } from "../support/settable_clock.ts";
import { identityContract } from "./identity.ts";

const key = await clerkKey("ins_1");

identityContract("Clerk", async () => {
  const clock = settableClock();
  const now = clock.now();
  return {
    identity: clerkIdentity({
      trust: {
        issuer: ISSUER,
        parties: [PARTY],
        audiences: [],
        roles: new Map([["org:admin", "admin"]]),
      },
      keys: fixedKey(key.pem),
      clock,
    }),
    good: [[await signed(key, claims(clock)), {
      kind: "external",
      provider: "clerk",
      organisation: "org_fox",
      user: "user_ann",
      role: "admin",
      issuedAt: now,
      expiresAt: plusMs(now, 60_000),
    }]],
    passTime: () => clock.advance(24 * 60 * 60_000),
  };
});
