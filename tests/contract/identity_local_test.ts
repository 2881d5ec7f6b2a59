import { localIdentity } from "../../adapters/local_identity/local_identity.ts";
import { newApiKey } from "../../src/tenancy/api_key.ts";
import { identityContract } from "./identity.ts";

identityContract("local", () => {
  const { key, secret } = newApiKey({
    id: "key_1",
    name: "the till",
    role: "viewer",
    createdAt: "2026-01-02T03:04:05.000Z",
  }, crypto.getRandomValues(new Uint8Array(32)));
  return Promise.resolve({
    identity: localIdentity(),
    good: [[secret, { kind: "api_key", secretHash: key.secretHash }]],
    passTime: () => {},
  });
});
