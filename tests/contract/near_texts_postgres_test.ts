import assert from "node:assert/strict";
import { hashedNgrams } from "../../adapters/hashed_ngrams/embedder.ts";
import { recallOf } from "../../bench/vectors/recall.ts";
import { companies, loadVectors } from "../../bench/vectors/load.ts";
import {
  exactPlan,
  exactSearch,
  inTenant,
  searchAs,
  WANTED,
} from "../../bench/vectors/search.ts";
import { askedOf, namesOf, textsOf } from "../../bench/vectors/texts.ts";
import { TextIndex } from "../../src/processing/text_index.ts";
import { freshPostgres } from "../support/databases.ts";

const embedder = hashedNgrams();

/** One table: companies of ten, a thousand and ten thousand texts, all of the same names. */
const SIZES = [[2, 10_000], [5, 1_000], [300, 10]] as const;
const ASKED = 20;

Deno.test("near texts in a shared table are those that comparing with all of a company's texts finds, whatever its size", async () => {
  const database = await freshPostgres();
  try {
    const { sql } = database;
    const names = await namesOf([]);
    const all = companies(SIZES);
    await loadVectors(sql, embedder, all, names);
    await sql`vacuum analyze text_vectors`;
    for (const [, size] of SIZES) {
      const company = all.find(({ texts }) => texts === size)!;
      const { tenantId } = company;
      const keys = textsOf(company.number, size, names);
      const vectors = await embedder.embed(keys);
      const index = new TextIndex();
      keys.forEach((key, i) => index.add(key, vectors[i]!));
      const asked = await embedder.embed(askedOf(company, ASKED, names));
      const truth = asked.map((vector) => index.nearest(vector, WANTED, 0.35));
      const { answers } = await searchAs(
        sql,
        tenantId,
        asked,
        exactSearch(embedder.id),
      );
      const own = new Set(keys);
      assert(answers.flat().every(({ textKey }) => own.has(textKey)));
      assert(truth.flat().length > ASKED);
      assert.equal(recallOf(answers, truth), 1, `${size} texts`);
      const plan = await inTenant(
        sql,
        tenantId,
        (tx) => exactPlan(tx, embedder.id, asked),
      );
      // Row security adds the tenant to the condition; what it leaves is read by an index that begins with it.
      assert.match(plan, /Index Cond: \(\(tenant_id = .*embedder = /, plan);
      assert.doesNotMatch(plan, /Seq Scan on text_vectors/, plan);
    }
  } finally {
    await database.drop();
  }
});
