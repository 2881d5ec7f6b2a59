import type { MemberId, NoticeDeliveryId, NoticeId } from "../kernel/ids.ts";
import type { Instant } from "../kernel/instant.ts";
import type { Member } from "../tenancy/member.ts";
import { dailyDigestAt, hourlyDigestAt } from "./digest.ts";
import { type Endpoint, isLive } from "./endpoint.ts";
import type { Notice } from "./notice.ts";
import type { NoticeDelivery } from "./notice_delivery.ts";
import { noticeModes, type NoticePreferences } from "./preference.ts";

/** Most single e-mails that a member gets in an hour; what is beyond them waits for a digest. */
export const MAILS_PER_HOUR_MAX = 5;

/** Who may be told, and what they were told lately. */
export interface Recipients {
  readonly endpoints: readonly Endpoint[];
  /** Empty where no e-mail is sent. */
  readonly members: readonly Member[];
  readonly preferences: readonly NoticePreferences[];
  /** Single e-mails to each member within the last hour. */
  readonly mailedLately: ReadonlyMap<MemberId, number>;
  /** Digests that have not gone out yet. */
  readonly digests: readonly NoticeDelivery[];
  /** The hour (UTC) of daily digests. */
  readonly digestHour: number;
}

/** Deliveries to make, and digests that grew. */
export interface Addressed {
  readonly added: readonly NoticeDelivery[];
  readonly changed: readonly NoticeDelivery[];
}

/** To whom each new notice goes, and how: by itself, or with others in a digest. */
export function addressNotices(
  notices: readonly Notice[],
  recipients: Recipients,
  { now, newId }: {
    readonly now: Instant;
    readonly newId: () => NoticeDeliveryId;
  },
): Addressed {
  const { endpoints, members, preferences, digestHour } = recipients;
  const chosen = new Map(preferences.map(({ id, modes }) => [id, modes]));
  const lately = new Map(recipients.mailedLately);
  const digests = new Map(
    recipients.digests.map((one) => [digestKey(one), one]),
  );
  const grown = new Set<string>();
  const singles: NoticeDelivery[] = [];
  const single = (noticeId: NoticeId, to: Partial<NoticeDelivery>) =>
    singles.push({ ...blank(newId(), [noticeId], now), ...to });

  function digest(
    noticeId: NoticeId,
    memberId: MemberId,
    form: "hourly_digest" | "daily_digest",
  ): void {
    const digestFor = form === "hourly_digest"
      ? hourlyDigestAt(now)
      : dailyDigestAt(now, digestHour);
    const given = { form, memberId, digestFor };
    const key = digestKey(given);
    const open = digests.get(key) ?? {
      ...blank(newId(), [], now),
      ...given,
      nextAttemptAt: digestFor,
    };
    digests.set(key, { ...open, noticeIds: [...open.noticeIds, noticeId] });
    grown.add(key);
  }

  for (const notice of notices) {
    for (const endpoint of endpoints) {
      if (isWanted(notice, endpoint)) {
        single(notice.id, { endpointId: endpoint.id });
      }
    }
    for (const { id: memberId, role, removedAt } of members) {
      if (notice.kind === "test" || removedAt !== null) continue;
      const mode = noticeModes(role, chosen.get(memberId))[notice.kind];
      if (mode === "off") continue;
      const mailed = lately.get(memberId) ?? 0;
      if (mode === "daily") digest(notice.id, memberId, "daily_digest");
      else if (mailed >= MAILS_PER_HOUR_MAX) {
        digest(notice.id, memberId, "hourly_digest");
      } else {
        lately.set(memberId, mailed + 1);
        single(notice.id, { memberId });
      }
    }
  }
  const before = new Set(recipients.digests.map(digestKey));
  const of = (isOld: boolean) =>
    [...grown].filter((key) => before.has(key) === isOld)
      .map((key) => digests.get(key)!);
  return { added: [...singles, ...of(false)], changed: of(true) };
}

function isWanted(notice: Notice, endpoint: Endpoint): boolean {
  if (!isLive(endpoint)) return false;
  return notice.kind === "test"
    ? notice.facts.endpoint_id === endpoint.id
    : endpoint.kinds.includes(notice.kind);
}

function digestKey(
  { memberId, form, digestFor }: Pick<
    NoticeDelivery,
    "memberId" | "form" | "digestFor"
  >,
): string {
  return `${memberId} ${form} ${digestFor}`;
}

function blank(
  id: NoticeDeliveryId,
  noticeIds: readonly NoticeId[],
  now: Instant,
): NoticeDelivery {
  return {
    id,
    version: 1,
    noticeIds,
    form: "notice",
    digestFor: null,
    endpointId: null,
    memberId: null,
    status: "pending",
    attempts: 0,
    nextAttemptAt: now,
    lastCode: null,
    lastFailure: null,
    createdAt: now,
    endedAt: null,
  };
}
