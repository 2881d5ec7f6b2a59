import type { Examples, TextToEmbed } from "../../ports/examples.ts";
import type { RecordId } from "../../src/kernel/ids.ts";
import type { Rejection, Vote } from "../../src/processing/example.ts";
import { VOTE_DECAY } from "../../src/processing/votes.ts";
import { jsonb } from "./columns.ts";
import type { Transaction } from "./connect.ts";
import { type VectorSearch, vectorText } from "./vector_search.ts";

/** A tenant's examples: one row per key of a record, each text once, each vector once per embedder. */
export function postgresExamples(
  sql: Transaction,
  search: VectorSearch,
): Examples {
  async function forget(recordIds: readonly RecordId[]): Promise<void> {
    if (recordIds.length === 0) return;
    const ids = [...recordIds];
    await sql`delete from example_keys where record_id = any(${ids})`;
    await sql`delete from examples where record_id = any(${ids})`;
  }

  return {
    async remember(examples) {
      // The last one of a record counts, as if they came one by one.
      const latest = [
        ...new Map(examples.map((e) => [e.recordId, e])).values(),
      ];
      if (latest.length === 0) return;
      const keys = latest.flatMap(({ recordId, categoryId, at, keys }) =>
        [...new Set(keys)].map((key) => ({ recordId, key, categoryId, at }))
      );
      await sql`
        insert into example_texts (text_key, text)
        select distinct on ("textKey") "textKey", text
        from jsonb_to_recordset(${
        jsonb(sql, latest.map(({ textKey, text }) => ({ textKey, text })))
      }) as given ("textKey" text, text text)
        order by "textKey"
        on conflict on constraint example_texts_pk do nothing`;
      await forget(latest.map(({ recordId }) => recordId));
      await sql`
        insert into examples (record_id, category_id, decided_at)
        select "recordId", "categoryId", at
        from jsonb_to_recordset(${
        jsonb(
          sql,
          latest.map(({ recordId, categoryId, at }) => ({
            recordId,
            categoryId,
            at,
          })),
        )
      }) as given ("recordId" text, "categoryId" text, at timestamptz)
        order by "recordId"`;
      await sql`
        insert into example_keys (record_id, key, category_id, decided_at)
        select "recordId", key, "categoryId", at
        from jsonb_to_recordset(${jsonb(sql, keys)}) as given (
          "recordId" text, key text, "categoryId" text, at timestamptz)
        order by "recordId", key`;
      await sql`
        delete from example_rejections r
        using jsonb_to_recordset(${
        jsonb(
          sql,
          latest.map(({ textKey, categoryId, at }) => ({
            textKey,
            categoryId,
            at,
          })),
        )
      }) as given ("textKey" text, "categoryId" text, at timestamptz)
        where r.text_key = given."textKey" and r.category_id = given."categoryId" and r.rejected_at <= given.at`;
    },
    forget,
    async reject(rejections, at) {
      if (rejections.length === 0) return;
      await sql`
        insert into example_rejections as kept (text_key, category_id, rejected_at)
        select distinct "textKey", "categoryId", ${at}::timestamptz
        from jsonb_to_recordset(${jsonb(sql, rejections)}) as given (
          "textKey" text, "categoryId" text)
        order by "textKey", "categoryId"
        on conflict on constraint example_rejections_pk do update
        set rejected_at = greatest(kept.rejected_at, excluded.rejected_at)`;
    },
    async rejected(textKeys, since) {
      if (textKeys.length === 0) return [];
      const rejections = await sql<Rejection[]>`
        select text_key as "textKey", category_id as "categoryId"
        from example_rejections
        where text_key = any(${[
        ...new Set(textKeys),
      ]}) and rejected_at > ${since}`;
      return [...rejections];
    },
    async votes(keys, perKey) {
      if (keys.length === 0) return [];
      // Counted key by key: few rows each, where a count over all of them would sort tens of thousands by two texts.
      const votes = await sql<Vote[]>`
        select asked.key, vote.category_id as "categoryId", vote.count, vote.weight, vote.latest,
          vote.record_id as "recordId"
        from unnest(${[...new Set(keys)]}::text[]) as asked (key)
        cross join lateral (
          select category_id, count(*)::integer as count, max(decided_at) as decided_at,
            sum(${VOTE_DECAY}::float8 ^ rank order by rank) as weight, min(rank)::integer as latest,
            (array_agg(record_id order by rank))[1] as record_id
          from (
            select e.category_id, e.record_id, e.decided_at,
              row_number() over (order by e.decided_at desc, e.record_id desc) - 1 as rank
            from example_keys e
            where e.key = asked.key
            order by e.decided_at desc, e.record_id desc limit ${perKey}
          ) latest
          group by category_id
        ) vote
        order by asked.key, vote.count desc, vote.decided_at desc, vote.record_id desc`;
      return [...votes];
    },
    nearest: (embedder, vectors, limit, atLeast = -1) =>
      search(sql, { embedder, vectors, limit, atLeast }),
    async unembedded(embedder, recordIds) {
      if (recordIds.length === 0) return [];
      const texts = await sql<TextToEmbed[]>`
        select distinct t.text_key as "textKey", t.text
        from example_keys e
        join example_texts t on t.text_key = e.key
        where e.record_id = any(${[...recordIds]})
          and not exists (
            select from text_vectors v where v.embedder = ${embedder} and v.text_key = t.text_key)
        order by t.text_key`;
      return [...texts];
    },
    async keepVectors(embedder, textKeys, vectors) {
      if (textKeys.length !== vectors.length) {
        throw new Error(`${textKeys.length} keys, ${vectors.length} vectors`);
      }
      if (textKeys.length === 0) return;
      await sql`
        insert into text_vectors (embedder, text_key, vector)
        select distinct on (text_key) ${embedder}, text_key, vector::vector
        from unnest(${[...textKeys]}::text[], ${
        vectors.map(vectorText)
      }::text[]) with ordinality as given (text_key, vector, place)
        order by text_key, place
        on conflict on constraint text_vectors_pk do nothing`;
    },
  };
}
