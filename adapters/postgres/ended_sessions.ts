import type { EndedSessions } from "../../ports/ended_sessions.ts";
import type { Transaction } from "./connect.ts";

/** A tenant's sessions that were signed out before their time. */
export function postgresEndedSessions(sql: Transaction): EndedSessions {
  return {
    async end({ id, memberId, expiresAt }, now) {
      await sql`
        with forgotten as (delete from ended_sessions where expires_at <= ${now})
        insert into ended_sessions (id, member_id, expires_at)
        values (${id}, ${memberId}, ${expiresAt})
        on conflict on constraint ended_sessions_pk do nothing`;
    },
  };
}
