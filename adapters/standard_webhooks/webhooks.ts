import { Webhook } from "standardwebhooks";
import type { Outgoing } from "../../ports/outgoing.ts";
import type { Webhooks } from "../../ports/webhooks.ts";
import { ok } from "../../src/kernel/result.ts";

/** What a receiver may take: Standard Webhooks asks for 15 to 30 seconds. */
const TIMEOUT_MS = 20_000;
/** What it answers is not read for anything but its status. */
const BYTES_MAX = 1_000_000;

/** Signs as Standard Webhooks has it, and sends by `outgoing`; each secret gives one signature of the header. */
export function standardWebhooks(outgoing: Outgoing): Webhooks {
  return {
    async send({ url, id, at, body, secrets, contentType }) {
      const time = new Date(at);
      const sent = await outgoing.send({
        url,
        method: "POST",
        headers: {
          "content-type": contentType ?? "application/json",
          "user-agent": "Balance",
          "webhook-id": id,
          "webhook-timestamp": String(Math.floor(time.getTime() / 1_000)),
          "webhook-signature": secrets
            .map((secret) => new Webhook(secret).sign(id, time, body))
            .join(" "),
        },
        body,
        bytesMax: BYTES_MAX,
        timeoutMs: TIMEOUT_MS,
      });
      return sent.ok ? ok({ status: sent.value.status }) : sent;
    },
  };
}
