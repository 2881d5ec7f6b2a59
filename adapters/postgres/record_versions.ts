import type {
  ExternalKey,
  Holder,
  KnownVersions,
  RecordVersions,
} from "../../ports/record_versions.ts";
import { json, jsonb, looksLike } from "./columns.ts";
import type { Transaction } from "./connect.ts";

/** The versions of a tenant's records. */
export function postgresRecordVersions(sql: Transaction): RecordVersions {
  const named = (names: readonly ExternalKey[]) =>
    sql`unnest(
      ${names.map(({ connectionId }) => connectionId)}::text[],
      ${names.map(({ externalId }) => externalId)}::text[]
    ) as given (connection_id, external_id)`;

  return {
    async takeTurns(ids) {
      if (ids.length === 0) return;
      // Not the stronger lock of `for update`: what refers to the connection can be written meanwhile.
      await sql`
        select from connections where id = any(${[...new Set(ids)]})
        order by id for no key update`;
    },
    async holders(names) {
      if (names.length === 0) return [];
      return await sql<Holder[]>`
        select distinct connection_id as "connectionId", external_id as "externalId",
          coalesce(r.id, a.record_id) as "recordId", r.id is null and a.guessed as guessed
        from ${named(names)}
        left join records r using (connection_id, external_id)
        left join record_aliases a using (connection_id, external_id)
        where ${
        looksLike(sql, "given.connection_id", "con")
      } and coalesce(r.id, a.record_id) is not null`;
    },
    async hold(ids) {
      if (ids.length === 0) return [];
      return await sql<KnownVersions[]>`
        select r.id as "recordId",
          exists (select from pending_records p where p.record_id = r.id) as pending,
          array(select unnest(a.fingerprints) from record_aliases a where a.record_id = r.id) as earlier,
          coalesce((
            select jsonb_agg(jsonb_build_object('fingerprint', c.fingerprint, 'pending', c.pending, 'content', c.content,
              'externalId', coalesce(c.external_id, r.external_id)) order by c.id)
            from record_conflicts c where c.record_id = r.id
          ), '[]') as aside
        from unnest(${[...new Set(ids)]}::text[]) as asked (id)
        join records r using (id)
        where ${looksLike(sql, "asked.id", "rec")}
        order by r.id for no key update of r`;
    },
    async renew(versions) {
      if (versions.length === 0) return;
      await sql`
        update records r
        set external_id = given."externalId", fingerprint = given.fingerprint, raw = nullif(given.raw, 'null')
        from jsonb_to_recordset(${jsonb(sql, versions)}) as given (
          "recordId" text, "externalId" text, fingerprint text, raw jsonb)
        where r.id = given."recordId"`;
    },
    async remember(aliases) {
      if (aliases.length === 0) return;
      await sql`
        insert into record_aliases as kept (connection_id, external_id, record_id, fingerprints, guessed)
        select "connectionId", "externalId", "recordId",
          array(select json_array_elements_text(fingerprints)), guessed
        from json_to_recordset(${json(sql, aliases)}) as given (
          "connectionId" text, "externalId" text, "recordId" text, fingerprints json, guessed boolean)
        order by "connectionId", "externalId"
        on conflict on constraint record_aliases_pk do update
          set record_id = excluded.record_id, guessed = excluded.guessed,
            fingerprints = array(select distinct unnest(kept.fingerprints || excluded.fingerprints))`;
    },
    async forget(names) {
      if (names.length === 0) return;
      await sql`
        delete from record_aliases a using ${named(names)}
        where a.connection_id = given.connection_id and a.external_id = given.external_id`;
    },
  };
}
