import { hashedNgrams } from "../../../adapters/hashed_ngrams/embedder.ts";
import type { Labelled } from "../stream.ts";
import type { Anchor } from "./anchor.ts";
import { exactMemory } from "./exact_memory.ts";
import { linearSvm } from "./linear_svm.ts";
import { logisticRegression } from "./logistic_regression.ts";
import { nearestFive } from "./nearest_five.ts";

/** All anchors, not taught yet; `rows` are all that they will be shown. */
export async function openAnchors(
  rows: readonly Labelled[],
): Promise<readonly Anchor[]> {
  return [
    exactMemory(),
    await nearestFive(hashedNgrams(), rows),
    linearSvm(),
    logisticRegression(),
  ];
}
