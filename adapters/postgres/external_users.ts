import type { ExternalUsers } from "../../ports/external_users.ts";
import {
  type ExternalProfile,
  later,
} from "../../src/tenancy/external_member.ts";
import { asDirectory } from "./as_directory.ts";
import { jsonb } from "./columns.ts";
import type { Sql } from "./connect.ts";

/** Users of identity providers; they are of no tenant, so the role that finds tenants keeps them. */
export function postgresExternalUsers(sql: Sql): ExternalUsers {
  return {
    tell: (id, profile) =>
      asDirectory(sql, async (tx) => {
        // The insert waits for another one of the same user; then the row is there, and locked until the end.
        const { count } = await tx`
            insert into external_users (id, profile) values (${id}, ${
          jsonb(tx, profile)
        })
            on conflict on constraint external_users_pk do nothing`;
        if (count === 1) return;
        const [kept] = await tx<{ profile: ExternalProfile }[]>`
            select profile from external_users where id = ${id} for update`;
        const after = later(kept!.profile, profile);
        if (after === kept!.profile) return;
        await tx`
            update external_users set profile = ${jsonb(tx, after)}
            where id = ${id}`;
      }),
    async find(id) {
      const [row] = await asDirectory(
        sql,
        async (tx) =>
          await tx<{ profile: ExternalProfile }[]>`
            select profile from external_users where id = ${id}`,
      );
      return row?.profile;
    },
  };
}
