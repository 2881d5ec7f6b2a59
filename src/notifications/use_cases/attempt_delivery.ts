import type { Deps } from "../../../ports/deps.ts";
import type { TenantId } from "../../kernel/ids.ts";
import type { Member } from "../../tenancy/member.ts";
import { type Endpoint, isLive, secretsAt } from "../endpoint.ts";
import { mailText } from "../mail_text.ts";
import type { Notice } from "../notice.ts";
import type { Attempt, NoticeDelivery } from "../notice_delivery.ts";
import { noticeModes, type NoticePreferences } from "../preference.ts";
import {
  UNSUBSCRIBE_PATH,
  unsubscribeToken,
} from "../parts/unsubscribe_token.ts";
import { webhookBody } from "../webhook_body.ts";

/** A delivery with all that its attempt needs. */
export interface Parcel {
  readonly delivery: NoticeDelivery;
  readonly notices: readonly Notice[];
  readonly endpoint: Endpoint | null;
  readonly member: Member | null;
  readonly modes: NoticePreferences["modes"];
}

type Needed = Pick<
  Deps,
  "clock" | "webhooks" | "mailer" | "sealer" | "publicUrl"
>;

/** Sends what a delivery is of, once. */
export async function attemptDelivery(
  deps: Needed,
  tenantId: TenantId,
  parcel: Parcel,
): Promise<Attempt> {
  if (parcel.endpoint) {
    return await byWebhook(deps, tenantId, parcel, parcel.endpoint);
  }
  if (parcel.member) return await byMail(deps, tenantId, parcel, parcel.member);
  throw new Error(`${parcel.delivery.id} is for nobody`);
}

async function byWebhook(
  { clock, webhooks, sealer, publicUrl }: Needed,
  tenantId: TenantId,
  { delivery, notices: [notice] }: Parcel,
  endpoint: Endpoint,
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
  const sent = await webhooks.send({
    url: endpoint.url,
    id: delivery.id,
    at,
    body: webhookBody(notice!, { tenantId, publicUrl }),
    secrets,
  });
  if (!sent.ok) return failed(sent.failure.kind);
  const { status: code } = sent.value;
  if (code >= 200 && code < 300) return { kind: "delivered", code };
  return failed("endpoint.refused", { code, never: code === 410 });
}

async function byMail(
  { mailer, sealer, publicUrl }: Needed,
  tenantId: TenantId,
  { delivery, notices, modes }: Parcel,
  { id, email, role, removedAt }: Member,
): Promise<Attempt> {
  if (removedAt !== null) return { kind: "skipped", failure: "member.missing" };
  if (!mailer) return { kind: "skipped", failure: "mail.off" };
  // Who switched a kind off meanwhile gets no more of it.
  const wanted = notices.filter(({ kind }) =>
    kind !== "test" && noticeModes(role, modes)[kind] !== "off"
  );
  if (wanted.length === 0) return { kind: "skipped", failure: "member.off" };
  const token = publicUrl !== null && sealer
    ? await unsubscribeToken(sealer, { tenantId, memberId: id })
    : null;
  const sent = await mailer.send({
    id: delivery.id,
    to: email,
    ...mailText(wanted, { tenantId, publicUrl }),
    unsubscribeUrl: token === null
      ? null
      : `${publicUrl}${UNSUBSCRIBE_PATH}/${token}`,
  });
  if (sent.ok) return { kind: "delivered", code: sent.value.code };
  const { kind, facts } = sent.failure;
  const code = typeof facts["code"] === "number" ? facts["code"] : null;
  return failed(kind, { code, never: kind === "mail.refused" });
}

function failed(
  failure: string,
  { code = null, never = false }: {
    readonly code?: number | null;
    readonly never?: boolean;
  } = {},
): Attempt {
  return { kind: "failed", code, failure, never };
}
