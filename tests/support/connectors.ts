import { hookSignatures } from "../../adapters/hook_signatures/hook_signatures.ts";
import { jsonataMapper } from "../../adapters/jsonata/payload_mapper.ts";
import { webCryptoSealer } from "../../adapters/web_crypto/sealer.ts";
import type { Deps } from "../../ports/deps.ts";

const sealer = await webCryptoSealer([
  { id: "test", bytes: new Uint8Array(32) },
]);

/** What connections work with, as far as a test does without their sources. */
export function testConnectors(): Pick<
  Deps,
  "mapper" | "hookSignatures" | "sealer"
> {
  return { mapper: jsonataMapper(), hookSignatures: hookSignatures(), sealer };
}
