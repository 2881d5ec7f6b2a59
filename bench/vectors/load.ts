import type { Embedder } from "../../ports/embedder.ts";
import type { Sql } from "../../adapters/postgres/connect.ts";
import { textsOf } from "./texts.ts";

/** Texts that are embedded and sent at once. */
const PART = 2_000;
const TEXT = new TextEncoder();
/** PostgreSQL's binary COPY: its signature, no flags, no extension; and what ends it. */
const HEAD = Uint8Array.of(
  ...TEXT.encode("PGCOPY\n"),
  ...[0xff, 0x0d, 0x0a, 0, ...new Array(8).fill(0)],
);
const TAIL = Uint8Array.of(0xff, 0xff);

/** A company and how many texts it has. The same number makes the same texts. */
export interface Company {
  readonly tenantId: string;
  readonly number: number;
  readonly texts: number;
}

/** Companies of these sizes. */
export function companies(
  sizes: readonly (readonly [count: number, texts: number])[],
): readonly Company[] {
  return sizes.flatMap(([count, texts]) => new Array<number>(count).fill(texts))
    .map((texts, i) => ({
      tenantId: `ten_${String(i + 1).padStart(26, "0")}`,
      number: i + 1,
      texts,
    }));
}

/** Copies the vectors of each company's texts in, past row security. */
export async function loadVectors(
  sql: Sql,
  embedder: Embedder,
  all: readonly Company[],
  names: readonly string[],
): Promise<void> {
  const stream = await sql`
    copy text_vectors (tenant_id, embedder, text_key, vector, live) from stdin (format binary)`
    .writable();
  const send = (bytes: Uint8Array) =>
    new Promise<void>((resolve, reject) =>
      stream.write(bytes, (error) => error ? reject(error) : resolve())
    );
  await send(HEAD);
  for (const { tenantId, number, texts } of all) {
    const keys = textsOf(number, texts, names);
    for (let from = 0; from < keys.length; from += PART) {
      const part = keys.slice(from, from + PART);
      const vectors = await embedder.embed(part);
      const rows = part.map((key, i) =>
        row(
          TEXT.encode(tenantId),
          TEXT.encode(embedder.id),
          TEXT.encode(key),
          vectors[i]!,
        )
      );
      await send(joined(rows));
    }
  }
  await new Promise<void>((resolve, reject) => {
    stream.on("error", reject).on("finish", resolve).end(TAIL);
  });
}

function row(
  tenantId: Uint8Array,
  embedder: Uint8Array,
  key: Uint8Array,
  vector: Float32Array,
): Uint8Array {
  const half = new Uint8Array(4 + 2 * vector.length);
  const halves = new DataView(half.buffer);
  halves.setInt16(0, vector.length);
  vector.forEach((x, i) => halves.setFloat16(4 + 2 * i, x));
  const fields = [tenantId, embedder, key, half, Uint8Array.of(1)];
  const bytes = new Uint8Array(
    2 + fields.reduce((sum, { length }) => sum + 4 + length, 0),
  );
  const view = new DataView(bytes.buffer);
  view.setInt16(0, fields.length);
  let at = 2;
  for (const field of fields) {
    view.setInt32(at, field.length);
    bytes.set(field, at + 4);
    at += 4 + field.length;
  }
  return bytes;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(
    parts.reduce((sum, { length }) => sum + length, 0),
  );
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
