import type { RecordId } from "../../src/kernel/ids.ts";
import type { Instant } from "../../src/kernel/instant.ts";
import type { Example, SaidRejection } from "../../src/processing/example.ts";
import type { Examples } from "../../ports/examples.ts";
import { countVotes } from "../../src/processing/votes.ts";
import { present } from "./entities.ts";
import type { Journal } from "./journal.ts";
import { emptyVectors, type HeldRejection, type Shelf } from "./shelf.ts";
import { byText, insertSorted, removeSorted } from "./sorted.ts";

/** A tenant's examples, by record and by key (the latest last), and the vectors of their texts. */
export function examples(shelf: Shelf, journal: Journal): Examples {
  const {
    examples: rows,
    examplesByKey,
    exampleOrder,
    rejections,
    vectors,
  } = shelf;

  function forgetOne(recordId: RecordId): void {
    const example = rows.get(recordId);
    if (!example) return;
    journal.remove(rows, recordId);
    removeSorted(exampleOrder, example, byAge, journal);
    for (const key of new Set(example.keys)) {
      removeSorted(examplesByKey.get(key)!, example, byAge, journal);
    }
  }

  function rememberOne(example: Example): void {
    forgetOne(example.recordId);
    journal.set(rows, example.recordId, example);
    insertSorted(exampleOrder, example, byAge, journal);
    for (const key of new Set(example.keys)) {
      if (!examplesByKey.has(key)) journal.set(examplesByKey, key, []);
      insertSorted(examplesByKey.get(key)!, example, byAge, journal);
    }
  }

  function heldAt(
    { textKey, categoryId, recordId }: SaidRejection,
  ): Instant | null {
    return rejections.get(textKey)?.find((one) =>
      one.categoryId === categoryId && one.recordId === recordId
    )?.at ?? null;
  }

  function putRejection(
    { textKey, categoryId, recordId }: SaidRejection,
    at: Instant | null,
  ): void {
    const others = (rejections.get(textKey) ?? []).filter((one) =>
      one.categoryId !== categoryId || one.recordId !== recordId
    );
    const held = at === null ? [] : [{ categoryId, recordId, at }];
    journal.set(rejections, textKey, [...others, ...held]);
  }

  function rejectOne(rejection: SaidRejection, at: Instant): void {
    const before = heldAt(rejection);
    if (before === null || before < at) putRejection(rejection, at);
  }

  /** Whether an example has given the text that category since. */
  function wasSaidSince(
    textKey: string,
    { categoryId, at }: HeldRejection,
  ): boolean {
    return (examplesByKey.get(textKey) ?? [])
      .some((one) => one.categoryId === categoryId && one.at >= at);
  }

  return {
    remember: (added) => Promise.try(() => added.forEach(rememberOne)),
    forget: (recordIds) => Promise.try(() => recordIds.forEach(forgetOne)),
    said: (recordIds) =>
      Promise.try(() =>
        present(rows, recordIds)
          .map(({ recordId, categoryId, at }) => ({ recordId, categoryId, at }))
      ),
    rejectedAt: (given) => Promise.try(() => given.map(heldAt)),
    restoreRejections: (given) =>
      Promise.try(() => given.forEach((one) => putRejection(one, one.at))),
    reject: (given, at) =>
      Promise.try(() => given.forEach((one) => rejectOne(one, at))),
    rejected: (textKeys, since) =>
      Promise.try(() =>
        [...new Set(textKeys)].flatMap((textKey) =>
          [
            ...new Set(
              (rejections.get(textKey) ?? []).filter((one) =>
                one.at > since && !wasSaidSince(textKey, one)
              ).map(({ categoryId }) => categoryId),
            ),
          ].map((categoryId) => ({ textKey, categoryId }))
        )
      ),
    votes: (keys, perKey) =>
      Promise.try(() =>
        [...new Set(keys)].flatMap((key) =>
          countVotes(key, (examplesByKey.get(key) ?? []).slice(-perKey))
        )
      ),
    nearest: (embedder, asked, limit, atLeast = -1) =>
      Promise.try(() => {
        const index = vectors.get(embedder)?.index;
        // A text that no example has any more stays embedded, but is no memory.
        const counts = (textKey: string) =>
          (examplesByKey.get(textKey) ?? []).length > 0;
        return asked.map((vector) =>
          index?.nearest(vector, limit, atLeast, counts) ?? []
        );
      }),
    unembedded: (embedder, recordIds) =>
      Promise.try(() => {
        const there = vectors.get(embedder)?.byText;
        const missing = present(rows, recordIds)
          .filter(({ textKey }) => !there?.has(textKey))
          .map(({ textKey, text }): [string, string] => [textKey, text]);
        return [...new Map(missing)]
          .map(([textKey, text]) => ({ textKey, text }));
      }),
    keepVectors: (embedder, textKeys, given) =>
      Promise.try(() => {
        if (textKeys.length !== given.length) {
          throw new Error(`${textKeys.length} keys, ${given.length} vectors`);
        }
        if (!vectors.has(embedder)) {
          journal.set(vectors, embedder, emptyVectors());
        }
        const { byText, index } = vectors.get(embedder)!;
        textKeys.forEach((textKey, i) => {
          if (byText.has(textKey)) return;
          journal.set(byText, textKey, given[i]!);
          index.add(textKey, given[i]!);
          journal.note(() => index.remove(textKey));
        });
      }),
  };
}

type Place = Pick<Example, "at" | "recordId">;

export function byAge(a: Place, b: Place): number {
  return byText(a.at, b.at) || byText(a.recordId, b.recordId);
}
