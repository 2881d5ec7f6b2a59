import type { Embedder } from "../../../ports/embedder.ts";
import type { Labelled } from "../stream.ts";
import { type Anchor, type Guess, wordsOf } from "./anchor.ts";

const NEIGHBOURS = 5;
/** What the same unit adds to a cosine. */
const SAME_UNIT = 0.5;

/**
 * The five nearest rows by the cosine of the embedder's vectors, those of the same unit nearer by half; each has a voice
 * as strong as it is near.
 */
export async function nearestFive(
  embedder: Embedder,
  rows: readonly Labelled[],
): Promise<Anchor> {
  // Vectors do not depend on what was learned, so that all are made beforehand.
  const texts = [...new Set(rows.map(wordsOf))];
  const vectors = new Map(
    (await embedder.embed(texts)).map((vector, i) => [texts[i]!, vector]),
  );
  const places = new Map<string, number>();
  const table: Float32Array[] = [];
  let known: readonly (Labelled & { readonly place: number })[] = [];

  /** Where the row's text stands in the table. */
  function placeOf(row: Labelled): number {
    const text = wordsOf(row);
    const place = places.get(text) ?? places.size;
    places.set(text, place);
    table[place] ??= vectors.get(text)!;
    return place;
  }

  return {
    name: "kNN5 hashed 512 (+ unit)",
    learn(learned) {
      known = learned.map((row) => ({ ...row, place: placeOf(row) }));
    },
    propose(asked) {
      const cosines = new Map<string, Float32Array>();
      return asked.map((row): Guess => {
        const text = wordsOf(row);
        const near = cosines.get(text) ?? cosinesOf(table, vectors.get(text)!);
        cosines.set(text, near);
        const best = nearest(
          known.length,
          (i) =>
            near[known[i]!.place]! +
            (known[i]!.unit === row.unit ? SAME_UNIT : 0),
        );
        const voices = new Map<string, number>();
        for (const { at, nearness } of best) {
          const { label } = known[at]!;
          voices.set(label, (voices.get(label) ?? 0) + nearness);
        }
        const [first] = [...voices].sort(([, a], [, b]) => b - a);
        return first
          ? { label: first[0], score: first[1] }
          : { label: null, score: 0 };
      });
    },
  };
}

/** The `NEIGHBOURS` of `count` places that are nearest, the later one first where two are equally near. */
function nearest(count: number, nearnessOf: (place: number) => number) {
  const best: { readonly at: number; readonly nearness: number }[] = [];
  for (let at = count - 1; at >= 0; at--) {
    const nearness = nearnessOf(at);
    if (best.length === NEIGHBOURS && nearness <= best.at(-1)!.nearness) {
      continue;
    }
    best.push({ at, nearness });
    best.sort((a, b) => b.nearness - a.nearness);
    if (best.length > NEIGHBOURS) best.pop();
  }
  return best;
}

function cosinesOf(
  table: readonly Float32Array[],
  vector: Float32Array,
): Float32Array {
  return Float32Array.from(table, (other) => {
    let [a, b, c, d] = [0, 0, 0, 0];
    for (let i = 0; i < vector.length; i += 4) {
      a += other[i]! * vector[i]!;
      b += other[i + 1]! * vector[i + 1]!;
      c += other[i + 2]! * vector[i + 2]!;
      d += other[i + 3]! * vector[i + 3]!;
    }
    return a + b + c + d;
  });
}
