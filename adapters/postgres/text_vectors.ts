import type { TextToEmbed } from "../../ports/examples.ts";
import type { TextVectors } from "../../ports/text_vectors.ts";
import type { Instant } from "../../src/kernel/instant.ts";
import { instantOf } from "./columns.ts";
import type { Transaction } from "./connect.ts";

/** Vectors of a tenant's texts, and the one row that says which embedders' they are. */
export function postgresTextVectors(sql: Transaction): TextVectors {
  return {
    async inUse(hold) {
      const [row] = await sql<
        { serving: string; coming: string | null; changedAt: Date }[]
      >`
        select serving, coming, changed_at as "changedAt" from embedders_in_use
        ${
        hold === "alone"
          ? sql`for update`
          : hold === "unchanged"
          ? sql`for share`
          : sql``
      }`;
      return row ? { ...row, changedAt: instantOf(row.changedAt) } : null;
    },
    async begin({ serving, coming, changedAt }) {
      await sql`
        insert into embedders_in_use (serving, coming, changed_at) values (${serving}, ${coming}, ${changedAt})
        on conflict on constraint embedders_in_use_pk do nothing`;
    },
    async change({ serving, coming, changedAt }) {
      await sql`
        update embedders_in_use set serving = ${serving}, coming = ${coming}, changed_at = ${changedAt satisfies Instant}`;
    },
    async of(embedder, textKeys) {
      if (textKeys.length === 0) return new Map();
      const rows = await sql<{ textKey: string; vector: string }[]>`
        select text_key as "textKey", vector::text from text_vectors
        where embedder = ${embedder} and text_key = any(${[...textKeys]})`;
      return new Map(
        rows.map((
          { textKey, vector },
        ) => [textKey, Float32Array.from(JSON.parse(vector))]),
      );
    },
    async missing(embedder, after, limit) {
      const texts = await sql<TextToEmbed[]>`
        select t.text_key as "textKey", t.text
        from example_texts t
        where t.text_key > ${after}
          and exists (select from example_keys e where e.key = t.text_key)
          and not exists (
            select from text_vectors v where v.embedder = ${embedder} and v.text_key = t.text_key)
        order by t.text_key limit ${limit}`;
      return [...texts];
    },
    async drop(kept, limit) {
      const { count } = await sql`
        delete from text_vectors where (embedder, text_key) in (
          select embedder, text_key from text_vectors where embedder <> all(${[
        ...kept,
      ]}) limit ${limit})`;
      return count;
    },
    async dropOldQueries(embedder, kept) {
      await sql`
        delete from text_vectors
        where embedder = ${embedder} and not live and position <= (
          select position from text_vectors where embedder = ${embedder} and not live
          order by position desc offset ${kept} limit 1)`;
    },
  };
}

/**
 * Marks which of these texts an example has, after examples came or went. Whoever changes examples of the same text at
 * once does so after the other: each holds the text's vectors before looking for its examples.
 */
export async function refreshLive(
  sql: Transaction,
  textKeys: readonly string[],
  { gone }: { readonly gone: boolean },
): Promise<void> {
  if (textKeys.length === 0) return;
  const held = await sql<{ live: boolean }[]>`
    select live from text_vectors
    where text_key = any(${[...textKeys]})
    order by text_key, embedder for update`;
  if (!gone && held.every(({ live }) => live)) return;
  await sql`
    update text_vectors v set live = not v.live, position = default
    where text_key = any(${[...textKeys]}) and live <> (${hasText(sql)})`;
}

/** Whether an example has the text of the vector `v`, and the text a word. */
export function hasText(sql: Transaction) {
  return sql`l2_norm(v.vector) > 0 and exists (select from example_keys e where e.key = v.text_key)`;
}
