import type { PersonalData } from "../../ports/personal_data.ts";
import type { DeadLetterId } from "../../src/kernel/ids.ts";
import { pageOf } from "../../src/kernel/page.ts";
import type { RecordTexts } from "../../src/privacy/mentions.ts";
import { wordsToFind } from "../../src/privacy/words.ts";
import { ERASED } from "../../src/records/erased.ts";
import { asEraser } from "./as_eraser.ts";
import type { Transaction } from "./connect.ts";
import { eraseExamples } from "./erase_examples.ts";
import { eraseDiffs, eraseRecordRows } from "./erase_records.ts";
import { erasePayloads } from "./erase_payloads.ts";
import { forgetAnswers } from "./forget_answers.ts";
import { refreshLive } from "./text_vectors.ts";

/** Put over what a provider told of somebody. */
const NAMELESS = JSON.stringify({ email: null, name: null });

type TextsRow = RecordTexts["texts"] & Pick<RecordTexts, "recordId">;

/** What a tenant's tables hold of people. */
export function postgresPersonalData(sql: Transaction): PersonalData {
  return {
    async texts({ limit, cursor }) {
      const rows = await sql<TextsRow[]>`
        select r.id as "recordId", r.description,
          concat_ws(E'\n', r.external_id, (
            select string_agg(a.external_id, E'\n') from record_aliases a where a.record_id = r.id
          )) as external_id, coalesce(r.counterparty, '') as counterparty,
          r.attributes::text as attributes, coalesce(r.raw::text, '') as raw,
          coalesce((
            select string_agg(concat_ws(' ', c.content, c.raw), E'\n') from record_conflicts c where c.record_id = r.id
          ), '') as conflicts,
          concat_ws(E'\n', (
            select string_agg(a.note, E'\n') from approvals a where a.record_id = r.id
          ), (
            select string_agg(h.text, E'\n') from approval_history h where h.record_id = r.id
          )) as note,
          concat_ws(E'\n', r.reasoning_trace, (
            select string_agg(t.trace::text, E'\n') from record_traces t where t.record_id = r.id
          )) as trace
        from records r
        where ${cursor === null ? sql`true` : sql`r.id < ${cursor}`}
        order by r.id desc limit ${limit + 1}`;
      const found = rows.map(({ recordId, ...texts }) => ({ recordId, texts }));
      return pageOf(found, limit, ({ recordId }) => recordId);
    },
    async eraseRecords({ recordIds, textKeys, externalIds }) {
      const ids = [...recordIds];
      const { keys, ...erased } = await asEraser(sql, async () => {
        const { pairs, rationales, words, ...rows } = await eraseRecordRows(
          sql,
          ids,
          externalIds,
        );
        const deliveries = await eraseDrafts(sql, pairs, externalIds);
        const { count: approvals } = await sql`
          update approvals set version = version + 1, alike_key = null,
            note = case when note is not null then ${ERASED} end
          where record_id = any(${ids}) and (note <> ${ERASED} or alike_key is not null)`;
        const { count: approval_history } = await sql`
          update approval_history set text = ${ERASED}
          where record_id = any(${ids}) and text <> ${ERASED}`;
        const ruleDiffs = await eraseDiffs(sql, ids);
        const payloads = await erasePayloads(sql, ids, externalIds);
        const { count: modelAnswers } = await sql`
          delete from model_answers where rationale = any(${[...rationales]})`;
        const letters = await sql<{ id: DeadLetterId }[]>`
          update dead_letters set reason = ${ERASED}
          where task -> 'recordIds' ?| ${ids} returning id`;
        return {
          keys: await eraseExamples(sql, ids, textKeys),
          rows: {
            ...rows,
            deliveries,
            payloads: payloads.length,
            approvals,
            approval_history,
            rule_diffs: ruleDiffs,
            inbox: await forgetAnswers(sql, {
              ids: [...ids, ...payloads.map(({ id }) => id)],
              words,
            }),
            model_answers: modelAnswers,
            dead_letters: letters.length,
          },
          deadLetterIds: letters.map(({ id }) => id),
        };
      });
      await refreshLive(sql, keys, { gone: true });
      return erased;
    },
    forgetAnswers: (ids) => asEraser(sql, () => forgetAnswers(sql, { ids })),
    eraseMember: (memberId) =>
      asEraser(sql, async () => {
        const named = await sql<{ email: string; name: string }[]>`
          select email, name from members where id = ${memberId} and removed_at is not null`;
        const invited = await sql<{ id: string }[]>`
          update invitations set version = version + 1, email = ${ERASED}
          where email <> ${ERASED} and (accepted_by = ${memberId} or lower(email) in (
            select lower(email) from members where id = ${memberId} and removed_at is not null))
          returning id`;
        const invitations = invited.length;
        const { count: members } = await sql`
          update members set version = version + 1, email = ${ERASED}, name = ${ERASED}
          where id = ${memberId} and removed_at is not null`;
        const { count: external_members } = await sql`
          update external_members set version = version + 1, profile = profile || ${NAMELESS}::text::jsonb,
            memberships = coalesce(
              (select jsonb_agg(one || ${NAMELESS}::text::jsonb order by place)
                from jsonb_array_elements(memberships) with ordinality as told (one, place)), '[]')
          where member_id = ${memberId}
            and jsonb_path_exists(jsonb_build_array(profile, memberships),
              '$.** ? (@.email != null || @.name != null)')
            and exists (select from members where id = ${memberId} and removed_at is not null)`;
        const inbox = await forgetAnswers(sql, {
          ids: [memberId, ...invited.map(({ id }) => id)],
          words: wordsToFind(named.flatMap(({ email, name }) => [email, name])),
        });
        return {
          rows: { members, invitations, external_members, inbox },
          deadLetterIds: [],
        };
      }),
    async eventsAbout({ types, ...about }, limit) {
      const { recordIds = [], deadLetterIds = [], memberId } = about;
      const ids = [...recordIds, ...deadLetterIds];
      if (memberId !== undefined) ids.push(memberId as never);
      const rows = await sql<{ seq: string }[]>`
        select seq from events
        where salt is not null and type = any(${[...types]}) and (
          payload ->> 'record_id' = any(${ids}) or payload ->> 'dead_letter_id' = any(${ids})
          or payload ->> 'member_id' = any(${ids}) or payload -> 'task' -> 'recordIds' ?| ${ids})
        order by seq limit ${limit}`;
      return rows.map(({ seq }) => Number(seq));
    },
  };
}

/** A record's connection and external id, under which deliveries hold it, and its id. */
interface Pair {
  readonly connectionId: string;
  readonly externalId: string;
  readonly recordId: string;
}

/** Replaces what deliveries hold of these records; all else of them stays, in its order. */
async function eraseDrafts(
  sql: Transaction,
  pairs: readonly Pair[],
  externalIds: boolean,
): Promise<number> {
  if (pairs.length === 0) return 0;
  const { count } = await sql`
    with pairs as materialized (
      select * from jsonb_to_recordset(${
    sql.json([...pairs] as never)
  }) as given (
        "connectionId" text, "externalId" text, "recordId" text)
    ), drafts as (
      select d.id, json_agg(
        case when p."recordId" is null then one.draft else json_build_object(
          'occurredAt', one.draft -> 'occurredAt', 'description', ${ERASED}::text, 'counterparty', null,
          'amount', one.draft -> 'amount', 'attributes', '{}'::json,
          'externalId', case when ${externalIds} then ${
    ERASED + "-"
  } || p."recordId" else p."externalId" end,
          'connectionId', p."connectionId", 'raw', null, 'fingerprint', ${ERASED}::text) end
        order by one.place) as drafts
      from deliveries d
      cross join lateral json_array_elements(d.drafts) with ordinality as one (draft, place)
      left join pairs p on p."connectionId" = one.draft ->> 'connectionId' and p."externalId" = one.draft ->> 'externalId'
        and (${externalIds} or one.draft ->> 'fingerprint' <> ${ERASED})
      group by d.id having count(p."recordId") > 0
    )
    update deliveries d set drafts = given.drafts, version = d.version + 1
    from drafts given where d.id = given.id`;
  if (externalIds) {
    await sql`
      update deliveries d set version = d.version + 1, intake = (
        select (d.intake::jsonb || jsonb_build_object('conflicts', jsonb_agg(
          case when p."recordId" is null then c.told
            else c.told || jsonb_build_object('external_id', ${
      ERASED + "-"
    } || p."recordId") end order by c.place)))::json
        from jsonb_array_elements(d.intake::jsonb -> 'conflicts') with ordinality as c (told, place)
        left join (select unnest(${
      pairs.map(({ recordId }) => recordId)
    }::text[]) as "recordId") p on p."recordId" = c.told ->> 'record_id')
      where exists (
        select from json_array_elements(d.intake -> 'conflicts') told
        where told ->> 'record_id' = any(${
      pairs.map(({ recordId }) => recordId)
    }))`;
  }
  return count;
}
