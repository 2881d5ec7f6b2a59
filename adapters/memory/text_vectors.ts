import type { TextVectors } from "../../ports/text_vectors.ts";
import type { Journal } from "./journal.ts";
import type { Shelf } from "./shelf.ts";
import { byText } from "./sorted.ts";

/** The vectors of a tenant's texts. Units take turns here, so that there is nothing to hold. */
export function textVectors(shelf: Shelf, journal: Journal): TextVectors {
  const { examples, examplesByKey, embeddersInUse, vectors } = shelf;
  return {
    inUse: () => Promise.try(() => embeddersInUse.get("one") ?? null),
    begin: (first) =>
      Promise.try(() => {
        if (!embeddersInUse.has("one")) {
          journal.set(embeddersInUse, "one", first);
        }
      }),
    change: (inUse) =>
      Promise.try(() => journal.set(embeddersInUse, "one", inUse)),
    of: (embedder, textKeys) =>
      Promise.try(() => {
        const there = vectors.get(embedder)?.byText;
        return new Map(textKeys.flatMap((textKey) => {
          const vector = there?.get(textKey);
          return vector ? [[textKey, vector] as const] : [];
        }));
      }),
    missing: (embedder, after, limit) =>
      Promise.try(() => {
        const there = vectors.get(embedder)?.byText;
        const texts = new Map(
          [...examples.values()].map((
            { textKey, text },
          ) => [textKey, text] as const),
        );
        return [...texts]
          .filter(([textKey]) =>
            textKey > after && !there?.has(textKey) &&
            examplesByKey.get(textKey)?.length
          )
          .sort(([a], [b]) => byText(a, b)).slice(0, limit)
          .map(([textKey, text]) => ({ textKey, text }));
      }),
    drop: (kept, limit) =>
      Promise.try(() => {
        let left = limit;
        for (const [embedder, { byText, index }] of [...vectors]) {
          if (kept.includes(embedder)) continue;
          for (const [textKey, vector] of [...byText].slice(0, left)) {
            journal.remove(byText, textKey);
            index.remove(textKey);
            journal.note(() => index.add(textKey, vector));
            left--;
          }
        }
        return limit - left;
      }),
  };
}
