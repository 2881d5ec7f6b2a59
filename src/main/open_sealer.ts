import { webCryptoSealer } from "../../adapters/web_crypto/sealer.ts";
import type { Sealer } from "../../ports/sealer.ts";
import type { Config } from "./config.ts";
import { keyFile } from "./key_file.ts";

/** What seals tokens: the configured keys, or that of an embedded service's folder; null where there is neither. */
export async function openSealer(
  { sealingKeys, storage }: Pick<Config, "sealingKeys" | "storage">,
): Promise<Sealer | null> {
  if (sealingKeys) return await webCryptoSealer(sealingKeys.reveal());
  if (storage.kind !== "embedded") return null;
  const key = await keyFile(
    `${storage.folder}/sealing.key`,
    "connections must be authorised anew",
  );
  const bytes = Uint8Array.fromHex(key.reveal());
  return await webCryptoSealer([{ id: "embedded", bytes }]);
}
