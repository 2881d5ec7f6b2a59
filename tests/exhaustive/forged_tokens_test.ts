import assert from "node:assert/strict";
import { exportSPKI, generateKeyPair, UnsecuredJWT } from "jose";
import {
  CLAIMS,
  forged,
  NOW,
  OLD,
  TOKEN,
  tokensAt,
  TYPE,
} from "../support/forged_token.ts";

Deno.test("what another key, algorithm, issuer, audience or type signed is refused", async () => {
  const tokens = tokensAt(NOW);
  const rs = await generateKeyPair("RS256", { extractable: true });
  const none = new UnsecuredJWT(CLAIMS).encode().split(".");
  const noneHeader = new TextEncoder().encode(
    JSON.stringify({ alg: "none", typ: TYPE }),
  ).toBase64({ alphabet: "base64url", omitPadding: true });
  const good = (await forged()).split(".");
  const refused = {
    "alg none": `${noneHeader}.${none[1]}.`,
    "alg none with a signature": `${noneHeader}.${good[1]}.${good[2]}`,
    "no signature": `${good[0]}.${good[1]}.`,
    "another's signature": `${good[0]}.${good[1]}.${
      (await forged({ epoch: 4 })).split(".")[2]
    }`,
    HS384: await forged({}, { alg: "HS384" }),
    HS512: await forged({}, { alg: "HS512" }),
    RS256: await forged({}, { alg: "RS256" }, rs.privateKey),
    "a public key as the secret": await forged(
      {},
      {},
      await exportSPKI(rs.publicKey),
    ),
    "another key": await forged({}, {}, OLD),
    "the type of no token": await forged({}, { typ: "JWT" }),
    "the type of sign-in": await forged({}, { typ: "balance-sign-in+jwt" }),
    "another issuer": await forged({ iss: "clerk" }),
    "no issuer": await forged({ iss: undefined }),
    "another audience": await forged({ aud: "balance-sign-in+jwt" }),
    "no audience": await forged({ aud: undefined }),
    "no id": await forged({ jti: undefined }),
    "an id of something else": await forged({ jti: TOKEN.memberId }),
    "no end": await forged({ exp: undefined }),
    "no beginning": await forged({ nbf: undefined }),
    "no tenant": await forged({ tenant: undefined }),
    "a tenant that is none": await forged({ tenant: "ten_1" }),
    "no member": await forged({ member: undefined }),
    "an epoch that is text": await forged({ epoch: "3" }),
    "no time of signing": await forged({ iat: undefined }),
    "a time that is text": await forged({ iat: "yesterday" }),
  };
  for (const [why, text] of Object.entries(refused)) {
    assert.equal(await tokens.verify("session", text), null, why);
  }
});
