import type { Clock } from "../../ports/clock.ts";
import type { Inbox } from "../../ports/inbox.ts";
import type { Json } from "../../src/kernel/json.ts";
import { json } from "./columns.ts";
import type { Transaction } from "./connect.ts";

/** A tenant's claims. The insert waits for a unit that holds the same key and takes over when that one is undone. */
export function postgresInbox(sql: Transaction, clock: Clock): Inbox {
  return {
    async claim(key, fingerprint) {
      const { count } = await sql`
        insert into inbox (key, fingerprint, claimed_at)
        values (${key}, ${fingerprint}, ${clock.now()})
        on conflict on constraint inbox_pk do nothing`;
      if (count === 1) return { kind: "first" };
      const [kept] = await sql<{ fingerprint: string; answer: Json }[]>`
        select fingerprint, answer from inbox where key = ${key}`;
      return kept!.fingerprint === fingerprint
        ? { kind: "repeat", answer: kept!.answer }
        : { kind: "reused" };
    },
    async keep(key, answer) {
      const { count } = await sql`
        update inbox set answer = ${json(sql, answer)} where key = ${key}`;
      if (count === 0) throw new Error(`${key} was never claimed`);
    },
  };
}
