import type { NoticeDeliveries } from "../../ports/notice_deliveries.ts";
import type { MemberId } from "../../src/kernel/ids.ts";
import { pageOf } from "../../src/kernel/page.ts";
import { entities } from "./entities.ts";
import type { Journal } from "./journal.ts";
import type { Shelf } from "./shelf.ts";
import { byText } from "./sorted.ts";
import { unique } from "./unique.ts";

/** Messages to members and endpoints. */
export function noticeDeliveries(
  shelf: Shelf,
  journal: Journal,
): NoticeDeliveries {
  const all = () => [...shelf.noticeDeliveries.values()];
  return {
    ...entities(
      shelf.noticeDeliveries,
      journal,
      unique(
        "one digest of a member and a time",
        shelf.noticeDigests,
        ({ memberId, form, digestFor }) =>
          digestFor === null ? null : `${memberId} ${form} ${digestFor}`,
        journal,
      ),
    ),
    listed: ({ status, endpointId }, { limit, cursor }) =>
      Promise.try(() =>
        pageOf(
          all()
            .filter((one) =>
              (status ?? one.status) === one.status &&
              (endpointId ?? one.endpointId) === one.endpointId &&
              (cursor === null || one.id < cursor)
            )
            .sort((a, b) => byText(b.id, a.id))
            .slice(0, limit + 1),
          limit,
          ({ id }) => id,
        )
      ),
    mailedSince: (since) =>
      Promise.try(() => {
        const mailed = new Map<MemberId, number>();
        for (const { memberId, form, createdAt } of all()) {
          if (memberId === null || form !== "notice" || createdAt <= since) {
            continue;
          }
          mailed.set(memberId, (mailed.get(memberId) ?? 0) + 1);
        }
        return mailed;
      }),
    digestsAfter: (now) =>
      Promise.try(() =>
        all().filter(({ digestFor }) => digestFor !== null && digestFor > now)
      ),
  };
}
