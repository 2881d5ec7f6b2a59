import type { Deliveries } from "../../ports/deliveries.ts";
import type { Delivery } from "../../src/records/delivery.ts";
import { instantOf, instantOrNull, json } from "./columns.ts";
import type { Transaction } from "./connect.ts";
import { StaleVersion } from "./lost_race.ts";

type Row = Omit<Delivery, "receivedAt" | "failedAt"> & {
  readonly receivedAt: Date;
  readonly failedAt: Date | null;
};

/** A tenant's deliveries. They may be megabytes, so drafts that came from here unchanged are not sent back. */
export function postgresDeliveries(sql: Transaction): Deliveries {
  const stored = new Map<string, Delivery["drafts"]>();

  return {
    async add(deliveries) {
      if (deliveries.length === 0) return;
      await sql`
        insert into deliveries (id, version, received_at, drafts, intake, failed_at)
        select id, version, "receivedAt", drafts, intake, "failedAt"
        from json_to_recordset(${json(sql, deliveries)}) as given (
          id text, version integer, "receivedAt" timestamptz, drafts json, intake json,
          "failedAt" timestamptz
        )`;
    },
    async find(ids) {
      if (ids.length === 0) return [];
      const rows = await sql<Row[]>`
        select id, version, received_at as "receivedAt", drafts, intake, failed_at as "failedAt"
        from deliveries where id = any(${[...ids]})`;
      for (const { id, drafts } of rows) stored.set(id, drafts);
      return rows.map((row) => ({
        ...row,
        receivedAt: instantOf(row.receivedAt),
        failedAt: instantOrNull(row.failedAt),
      }));
    },
    async save(deliveries) {
      if (deliveries.length === 0) return;
      const given = deliveries.map((delivery) => ({
        ...delivery,
        drafts: stored.get(delivery.id) === delivery.drafts
          ? null
          : delivery.drafts,
      }));
      const { count } = await sql`
        update deliveries as kept
        set version = kept.version + 1,
          received_at = given."receivedAt",
          drafts = coalesce(given.drafts, kept.drafts),
          intake = given.intake,
          failed_at = given."failedAt"
        from json_to_recordset(${json(sql, given)}) as given (
          id text, version integer, "receivedAt" timestamptz, drafts json, intake json,
          "failedAt" timestamptz
        )
        where kept.id = given.id and kept.version = given.version`;
      if (count < deliveries.length) {
        throw new StaleVersion("deliveries were changed in the meantime");
      }
    },
  };
}
