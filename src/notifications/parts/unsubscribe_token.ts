import type { Sealer } from "../../../ports/sealer.ts";
import { type Failure, failures } from "../../kernel/failure.ts";
import { isId, type MemberId, type TenantId } from "../../kernel/ids.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";

/** Where one POST ends a member's e-mails (RFC 8058); the token follows. */
export const UNSUBSCRIBE_PATH = "/api/v1/notifications/unsubscribe";

/** Whose e-mails a link ends. */
export interface Unsubscriber {
  readonly tenantId: TenantId;
  readonly memberId: MemberId;
}

export const unsubscribeFailures = failures("unsubscribe", {
  wrong: {
    category: "unauthenticated",
    title: "This link was not made here, or is no longer known",
  },
});

const TEXT = "unsubscribe";

/** What a link holds: who, and the proof that we made it. */
export async function unsubscribeToken(
  sealer: Sealer,
  who: Unsubscriber,
): Promise<string> {
  const sealed = await sealer.seal(TEXT, placeOf(who));
  return `${who.tenantId}.${who.memberId}.${sealed}`;
}

/** Who a link of ours is about. */
export async function readUnsubscribeToken(
  sealer: Sealer | null,
  token: string,
): Promise<Result<Unsubscriber, Failure<"unsubscribe.wrong">>> {
  const [tenantId = "", memberId = "", ...sealed] = token.split(".");
  const wrong = fail(unsubscribeFailures.wrong());
  if (!sealer || !isId("ten", tenantId) || !isId("usr", memberId)) return wrong;
  const who = { tenantId, memberId };
  const opened = await sealer.open(sealed.join("."), placeOf(who));
  return opened.ok && opened.value === TEXT ? ok(who) : wrong;
}

function placeOf({ tenantId, memberId }: Unsubscriber) {
  return { tenantId, connectionId: memberId, name: TEXT };
}
