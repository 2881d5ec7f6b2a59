import type { Examples, Said, TextToEmbed } from "../../ports/examples.ts";
import type { CategoryId, RecordId } from "../../src/kernel/ids.ts";
import type { Example, Rejection } from "../../src/processing/example.ts";
import { countVotes } from "../../src/processing/votes.ts";
import { instantOf, instantOrNull, jsonb } from "./columns.ts";
import type { Transaction } from "./connect.ts";
import { hasText, refreshLive } from "./text_vectors.ts";
import { type VectorSearch, vectorText } from "./vector_search.ts";

/** A tenant's examples: one row per key of a record, each text once, each vector once per embedder. */
export function postgresExamples(
  sql: Transaction,
  search: VectorSearch,
): Examples {
  const said = sql`("textKey" text, "categoryId" text, "recordId" text)`;

  /** Takes the examples of these records out, and tells their keys. */
  async function takeOut(
    recordIds: readonly RecordId[],
  ): Promise<readonly string[]> {
    const ids = [...recordIds];
    const gone = await sql<{ key: string }[]>`
      delete from example_keys where record_id = any(${ids}) returning key`;
    await sql`delete from examples where record_id = any(${ids})`;
    return gone.map(({ key }) => key);
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
      const gone = await takeOut(latest.map(({ recordId }) => recordId));
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
      const texts = new Set([...gone, ...latest.map((e) => e.textKey)]);
      await refreshLive(sql, [...texts], { gone: gone.length > 0 });
    },
    async forget(recordIds) {
      if (recordIds.length === 0) return;
      const keys = new Set(await takeOut(recordIds));
      await refreshLive(sql, [...keys], { gone: true });
    },
    async reject(rejections, at) {
      if (rejections.length === 0) return;
      await sql`
        insert into example_rejections as kept (text_key, category_id, record_id, rejected_at)
        select distinct "textKey", "categoryId", "recordId", ${at}::timestamptz
        from jsonb_to_recordset(${jsonb(sql, rejections)}) as given ${said}
        order by "textKey", "categoryId", "recordId"
        on conflict on constraint example_rejections_pk do update
        set rejected_at = greatest(kept.rejected_at, excluded.rejected_at)`;
    },
    async said(recordIds) {
      if (recordIds.length === 0) return [];
      const rows = await sql<(Omit<Said, "at"> & { at: Date })[]>`
        select record_id as "recordId", category_id as "categoryId", decided_at as at
        from examples where record_id = any(${[...recordIds]})`;
      return rows.map((row) => ({ ...row, at: instantOf(row.at) }));
    },
    async rejectedAt(rejections) {
      if (rejections.length === 0) return [];
      const rows = await sql<{ at: Date | null }[]>`
        select r.rejected_at as at
        from rows from (jsonb_to_recordset(${
        jsonb(sql, rejections)
      }) as ${said}) with ordinality as given ("textKey", "categoryId", "recordId", place)
        left join example_rejections r on r.text_key = given."textKey"
          and r.category_id = given."categoryId" and r.record_id = given."recordId"
        order by given.place`;
      return rows.map(({ at }) => instantOrNull(at));
    },
    async restoreRejections(rejections) {
      if (rejections.length === 0) return;
      await sql`
        delete from example_rejections r
        using jsonb_to_recordset(${jsonb(sql, rejections)}) as given ${said}
        where r.text_key = given."textKey" and r.category_id = given."categoryId" and r.record_id = given."recordId"`;
      await sql`
        insert into example_rejections (text_key, category_id, record_id, rejected_at)
        select distinct "textKey", "categoryId", "recordId", at
        from jsonb_to_recordset(${jsonb(sql, rejections)}) as given (
          "textKey" text, "categoryId" text, "recordId" text, at timestamptz)
        where at is not null`;
    },
    async rejected(textKeys, since) {
      if (textKeys.length === 0) return [];
      const rejections = await sql<Rejection[]>`
        select distinct r.text_key as "textKey", r.category_id as "categoryId"
        from example_rejections r
        where r.text_key = any(${[
        ...new Set(textKeys),
      ]}) and r.rejected_at > ${since} and not exists (
          select from example_keys e
          where e.key = r.text_key and e.category_id = r.category_id and e.decided_at >= r.rejected_at)`;
      return [...rejections];
    },
    async votes(keys, perKey) {
      if (keys.length === 0) return [];
      const asked = [...new Set(keys)];
      // The latest of each key as one text, counted here: that takes two thirds of the time of counting there.
      const rows = await sql<{ place: number; latest: string }[]>`
        select asked.place::integer - 1 as place, said.latest
        from unnest(${asked}::text[]) with ordinality as asked (key, place)
        cross join lateral (
          select string_agg(category_id || ' ' || record_id, ' ' order by decided_at desc, record_id desc) as latest
          from (
            select e.category_id, e.record_id, e.decided_at from example_keys e
            where e.key = asked.key
            order by e.decided_at desc, e.record_id desc limit ${perKey}
          ) latest
        ) said
        where said.latest is not null`;
      return rows.flatMap(({ place, latest }) =>
        countVotes(asked[place]!, saidIn(latest))
      );
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
        insert into text_vectors (embedder, text_key, vector, live)
        select ${embedder}, v.text_key, v.vector, ${hasText(sql)}
        from (
          select distinct on (text_key) text_key, vector::halfvec as vector
          from unnest(${[...textKeys]}::text[], ${
        vectors.map(vectorText)
      }::text[]) with ordinality as given (text_key, vector, place)
          order by text_key, place
        ) v
        on conflict on constraint text_vectors_pk do nothing`;
    },
  };
}

/** Out of `cat_… rec_… cat_… rec_…`, the latest first; given the latest last. */
function saidIn(
  latest: string,
): readonly Pick<Example, "categoryId" | "recordId">[] {
  const ids = latest.split(" ");
  const said = [];
  for (let i = ids.length - 2; i >= 0; i -= 2) {
    said.push({
      categoryId: ids[i] as CategoryId,
      recordId: ids[i + 1] as RecordId,
    });
  }
  return said;
}
