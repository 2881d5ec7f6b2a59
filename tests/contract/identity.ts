import assert from "node:assert/strict";
import type { Claim, Identity } from "../../ports/identity.ts";

/** An adapter, and tokens for it. */
export interface IdentitySubject {
  readonly identity: Identity;
  /** Good now, with the claim of each. */
  readonly good: readonly (readonly [token: string, claim: Claim])[];
  /** Makes it so late that every claim with an end has ended. */
  passTime(): void;
}

/** Texts that no adapter gave out. */
const ODD = [
  "",
  " ",
  ".",
  "..",
  "a.b.c",
  "eyJhbGciOiJub25lIn0.e30.",
  "bal_",
  "é\u0000\ud800",
  "x".repeat(100_000),
  ".".repeat(10_000),
];

/** What every way of signing in promises. */
export function identityContract(
  name: string,
  open: () => Promise<IdentitySubject>,
): void {
  Deno.test(`${name} identity: a good token says the same each time, and at once as well`, async () => {
    const { identity, good } = await open();
    assert(good.length > 0);
    for (const [token, claim] of good) {
      const [one, two] = await Promise.all([
        identity.verify(token),
        identity.verify(token),
      ]);
      assert.deepEqual([one, two], [claim, claim]);
      assert.deepEqual(await identity.verify(token), claim);
    }
  });

  Deno.test(`${name} identity: a token that is changed anywhere never says the same`, async () => {
    const { identity, good } = await open();
    for (const [token, claim] of good) {
      const changed = [
        token.slice(1),
        token.slice(0, -2),
        `${token}A`,
        ...[0, 1 / 4, 1 / 2, 3 / 4].map((part) => {
          const at = Math.floor(token.length * part);
          const sign = token[at] === "f" ? "e" : "f";
          return token.slice(0, at) + sign + token.slice(at + 1);
        }),
      ];
      for (const other of changed) {
        assert.notDeepEqual(await identity.verify(other), claim, other);
      }
    }
  });

  Deno.test(`${name} identity: odd texts name nobody and break nothing`, async () => {
    const { identity, good } = await open();
    for (const odd of ODD) {
      const claim = await identity.verify(odd);
      // Of an API key its hash is all that is said: whether there is one is asked after.
      assert(claim === null || claim.kind === "api_key", odd);
      for (const [, known] of good) assert.notDeepEqual(claim, known);
    }
  });

  Deno.test(`${name} identity: what has an end says nothing after it`, async () => {
    const { identity, good, passTime } = await open();
    passTime();
    for (const [token, claim] of good) {
      const after = await identity.verify(token);
      assert.deepEqual(after, "expiresAt" in claim ? null : claim);
    }
  });
}
