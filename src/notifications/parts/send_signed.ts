import type { Deps } from "../../../ports/deps.ts";
import type { TenantId } from "../../kernel/ids.ts";
import { type Endpoint, isLive, secretsAt } from "../endpoint.ts";
import type { Attempt } from "../notice_delivery.ts";

/** The receiver wants nothing more (Standard Webhooks). */
export const GONE = 410;

/** Sends a message to an endpoint, once, signed by each secret that signs now. */
export async function sendSigned(
  { clock, webhooks, sealer }: Pick<Deps, "clock" | "webhooks" | "sealer">,
  tenantId: TenantId,
  endpoint: Endpoint,
  message: {
    readonly id: string;
    readonly body: string;
    readonly contentType?: string;
  },
): Promise<Attempt> {
  if (!isLive(endpoint)) {
    return { kind: "skipped", failure: "endpoint.disabled" };
  }
  const at = clock.now();
  const secrets: string[] = [];
  for (const { sealed } of secretsAt(endpoint, at)) {
    if (!sealer) return failed("endpoint.no_sealing_key");
    const opened = await sealer.open(sealed, {
      tenantId,
      connectionId: endpoint.id,
      name: "signing",
    });
    if (!opened.ok) return failed(opened.failure.kind);
    secrets.push(opened.value);
  }
  const sent = await webhooks
    .send({ ...message, url: endpoint.url, at, secrets });
  if (!sent.ok) return failed(sent.failure.kind);
  const { status: code } = sent.value;
  if (code >= 200 && code < 300) return { kind: "delivered", code };
  return failed("endpoint.refused", { code, never: code === GONE });
}

/** An attempt that did not go well; `never`: no other will go better. */
export function failed(
  failure: string,
  { code = null, never = false }: {
    readonly code?: number | null;
    readonly never?: boolean;
  } = {},
): Extract<Attempt, { readonly kind: "failed" }> {
  return { kind: "failed", code, failure, never };
}

/** What throws is one message's failure, and not that of those beside it; its words may hold anything and are left out. */
export function thrown(
  error: unknown,
): Extract<Attempt, { readonly kind: "failed" }> {
  return failed(error instanceof Error ? error.name : "thrown");
}

/** A number from 0 to 1 out of random bytes. */
export function chanceOf([a = 0, b = 0]: Uint8Array): number {
  return (a * 256 + b) / 65_536;
}
