import { hookSignatures } from "../../adapters/hook_signatures/hook_signatures.ts";
import { jsonataMapper } from "../../adapters/jsonata/payload_mapper.ts";
import { oauthTokenGrants } from "../../adapters/oauth/token_grants.ts";
import type { HostAndPort } from "../../adapters/outgoing/check_url.ts";
import { safeOutgoing } from "../../adapters/outgoing/safe_outgoing.ts";
import { webCryptoSealer } from "../../adapters/web_crypto/sealer.ts";
import type { Deps } from "../../ports/deps.ts";

const sealer = await webCryptoSealer([
  { id: "test", bytes: new Uint8Array(32) },
]);

/** What connections work with; it reaches the servers of a test that are in `allow`. */
export function testConnectors(allow: readonly HostAndPort[] = []): Pick<
  Deps,
  "mapper" | "hookSignatures" | "sealer" | "outgoing" | "tokenGrants"
> {
  const outgoing = safeOutgoing({ allow });
  return {
    mapper: jsonataMapper(),
    hookSignatures: hookSignatures(),
    sealer,
    outgoing,
    tokenGrants: oauthTokenGrants(outgoing),
  };
}
