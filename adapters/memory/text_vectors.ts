import type { TextVectors } from "../../ports/text_vectors.ts";
import type { Journal } from "./journal.ts";
import type { Shelf, TextVectorsHeld } from "./shelf.ts";
import { byText } from "./sorted.ts";

/** The vectors of a tenant's texts. Units take turns here, so that there is nothing to hold. */
export function textVectors(shelf: Shelf, journal: Journal): TextVectors {
  const { examples, examplesByKey, embeddersInUse, vectors } = shelf;
  const remove = (embedder: string, textKey: string) =>
    removeVector(vectors.get(embedder)!, textKey, journal);

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
        const dropped = [...vectors].filter(([id]) => !kept.includes(id))
          .flatMap(([id, { byText }]) =>
            [...byText.keys()].map((key) => [id, key] as const)
          )
          .slice(0, limit);
        for (const [id, textKey] of dropped) remove(id, textKey);
        return dropped.length;
      }),
    dropOldQueries: (embedder, kept) =>
      Promise.try(() => {
        const queries = [...vectors.get(embedder)?.byText.keys() ?? []]
          .filter((textKey) => !examplesByKey.get(textKey)?.length);
        const old = queries.slice(0, Math.max(0, queries.length - kept));
        for (const textKey of old) remove(embedder, textKey);
      }),
  };
}

/** Takes out the vectors of texts that `isUnused` says so of, whosever they are. */
export function removeVectors(
  { vectors }: Shelf,
  isUnused: (textKey: string) => boolean,
  journal: Journal,
): void {
  for (const held of vectors.values()) {
    for (const textKey of [...held.byText.keys()].filter(isUnused)) {
      removeVector(held, textKey, journal);
    }
  }
}

function removeVector(
  { byText, index }: TextVectorsHeld,
  textKey: string,
  journal: Journal,
): void {
  const vector = byText.get(textKey)!;
  journal.remove(byText, textKey);
  index.remove(textKey);
  journal.note(() => index.add(textKey, vector));
}
