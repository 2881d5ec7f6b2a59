import type { HostAndPort } from "../../adapters/outgoing/check_url.ts";
import { safeOutgoing } from "../../adapters/outgoing/safe_outgoing.ts";
import { standardWebhooks } from "../../adapters/standard_webhooks/webhooks.ts";
import { webCryptoSealer } from "../../adapters/web_crypto/sealer.ts";
import { noNotices, type NoticePorts } from "./no_notices.ts";

/** Ports by which notices truly go out; e-mail only where a mailer is given. */
export async function noticePorts(
  { allow, mailer = null, publicUrl = "https://balance.example" }: {
    readonly allow: readonly HostAndPort[];
    readonly mailer?: NoticePorts["mailer"];
    readonly publicUrl?: string | null;
  },
): Promise<NoticePorts> {
  const outgoing = safeOutgoing({ allow });
  return {
    ...noNotices(),
    sealer: await webCryptoSealer([
      { id: "k1", bytes: new Uint8Array(32).fill(7) },
    ]),
    outgoing,
    webhooks: standardWebhooks(outgoing),
    mailer,
    publicUrl,
  };
}
