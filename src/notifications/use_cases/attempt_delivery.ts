import type { Deps } from "../../../ports/deps.ts";
import type { TenantId } from "../../kernel/ids.ts";
import type { Member } from "../../tenancy/member.ts";
import type { Endpoint } from "../endpoint.ts";
import { mailText } from "../mail_text.ts";
import type { Notice } from "../notice.ts";
import type { Attempt, NoticeDelivery } from "../notice_delivery.ts";
import { noticeModes, type NoticePreferences } from "../preference.ts";
import { failed, sendSigned } from "../parts/send_signed.ts";
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
  deps: Needed,
  tenantId: TenantId,
  { delivery, notices: [notice] }: Parcel,
  endpoint: Endpoint,
): Promise<Attempt> {
  const { publicUrl } = deps;
  return await sendSigned(deps, tenantId, endpoint, {
    id: delivery.id,
    body: webhookBody(notice!, { tenantId, publicUrl }),
  });
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
