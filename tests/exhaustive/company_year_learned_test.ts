import assert from "node:assert/strict";
import { hashedNgrams } from "../../adapters/hashed_ngrams/embedder.ts";
import type { CategoryId, RecordId } from "../../src/kernel/ids.ts";
import { companyYear } from "../../src/main/demo/company_year.ts";
import type { DemoRow } from "../../src/main/demo/csv.ts";
import { type Cues, cuesOf } from "../../src/processing/cues.ts";
import type { NearText, Vote } from "../../src/processing/example.ts";
import {
  NEAR_TEXTS,
  needsNear,
  SIMILARITY_THRESHOLD_DEFAULT,
  VOTES_PER_KEY,
  weigh,
} from "../../src/processing/similarity.ts";
import { countVotes } from "../../src/processing/votes.ts";

const RECORDS = 6_000;
const year = companyYear({ seed: 1, records: RECORDS });

Deno.test("the similarity step settles a good part of the year, and is right about it", async () => {
  const learned = RECORDS * 0.4;
  const memory = await rememberAll(year.slice(0, learned));
  const settled = [];
  for (const row of year.slice(learned)) {
    const { proposal, score } = await memory.decide(row);
    if (score >= SIMILARITY_THRESHOLD_DEFAULT) {
      settled.push(proposal === categoryId(row));
    }
  }
  const precision = settled.filter(Boolean).length / settled.length;
  const share = settled.length / (RECORDS - learned);
  assert.ok(precision >= 0.93 && precision <= 0.995, `precision ${precision}`);
  assert.ok(share >= 0.4, `settled ${share}`);
});

/** Examples in memory, as the stores keep them. */
async function rememberAll(rows: readonly DemoRow[]) {
  const embedder = hashedNgrams();
  const examples = new Map<string, CategoryId[]>();
  const texts = new Map<string, string>();
  for (const row of rows) {
    const cues = cuesOfRow(row);
    texts.set(cues.textKey, cues.text);
    for (const { key } of cues.keys) {
      examples.set(key, [...examples.get(key) ?? [], categoryId(row)]);
    }
  }
  const keys = [...texts.keys()];
  const vectors = await embedder.embed([...texts.values()]);

  const votesOf = (key: string): readonly Vote[] => {
    const latest = examples.get(key)?.slice(-VOTES_PER_KEY) ?? [];
    const recordId = "rec_any" as RecordId;
    return countVotes(
      key,
      latest.map((categoryId) => ({ categoryId, recordId })),
    );
  };
  const nearest = async (text: string): Promise<readonly NearText[]> => {
    const [asked] = await embedder.embed([text]);
    return vectors.map((vector, i) => ({
      textKey: keys[i]!,
      similarity: cosine(vector, asked!),
    })).sort((a, b) => b.similarity - a.similarity).slice(0, NEAR_TEXTS);
  };
  const open = new Set(year.map(categoryId));
  return {
    async decide(row: DemoRow) {
      const cues = cuesOfRow(row);
      const votes = new Map(
        cues.keys.map(({ key }) => [key, votesOf(key)]),
      );
      const near = needsNear(cues, votes) ? await nearest(cues.text) : [];
      for (const { textKey } of near) votes.set(textKey, votesOf(textKey));
      return weigh({ cues, votes, near, open, rejected: new Set() });
    },
  };
}

function cosine(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

function cuesOfRow({ unit, ...row }: DemoRow): Cues {
  const attributes = { unit };
  return cuesOf({ ...row, occurredAt: null, attributes }, ["unit"]);
}

function categoryId(row: DemoRow): CategoryId {
  return `cat_${row.category}`;
}
