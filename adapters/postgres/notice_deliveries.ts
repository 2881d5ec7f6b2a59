import type { NoticeDeliveries } from "../../ports/notice_deliveries.ts";
import type { MemberId, NoticeDeliveryId } from "../../src/kernel/ids.ts";
import { pageOf } from "../../src/kernel/page.ts";
import type { Transaction } from "./connect.ts";
import { NOTICE_DELIVERY_COLUMNS } from "./notification_columns.ts";
import { rowStore } from "./row_store.ts";

type IdRow = { readonly id: NoticeDeliveryId };

/** Messages to members and endpoints. */
export function postgresNoticeDeliveries(sql: Transaction): NoticeDeliveries {
  const store = rowStore(
    sql,
    "notification_deliveries",
    NOTICE_DELIVERY_COLUMNS,
  );
  return {
    ...store,
    async listed({ status, endpointId }, { limit, cursor }) {
      const rows = await sql<IdRow[]>`
        select id from notification_deliveries
        where tenant_id = (select current_tenant())
          ${status === undefined ? sql`` : sql`and status = ${status}`}
          ${
        endpointId === undefined ? sql`` : sql`and endpoint_id = ${endpointId}`
      }
          ${cursor === null ? sql`` : sql`and id < ${cursor}`}
        order by id desc limit ${limit + 1}`;
      const page = pageOf(rows, limit, ({ id }) => id);
      const found = await store.find(page.data.map(({ id }) => id));
      return {
        ...page,
        data: found.toSorted((a, b) => a.id < b.id ? 1 : -1),
      };
    },
    async mailedSince(since) {
      const rows = await sql<{ memberId: MemberId; mails: number }[]>`
        select member_id as "memberId", count(*)::integer as mails
        from notification_deliveries
        where tenant_id = (select current_tenant())
          and form = 'notice' and created_at > ${since} and member_id is not null
        group by member_id`;
      return new Map(rows.map(({ memberId, mails }) => [memberId, mails]));
    },
    async digestsAfter(now) {
      const rows = await sql<IdRow[]>`
        select id from notification_deliveries
        where tenant_id = (select current_tenant()) and digest_for > ${now}`;
      return store.find(rows.map(({ id }) => id));
    },
  };
}
