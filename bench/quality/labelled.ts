import { seededRandom } from "../../src/main/demo/seeded_random.ts";
import type { Anchor } from "./anchors/anchor.ts";
import type { Company } from "./company.ts";
import { type Cut, setsOf } from "./full_feedback.ts";
import type { Proposed } from "./measures.ts";
import { shuffle } from "./shuffle.ts";
import type { Labelled } from "./stream.ts";

/** A file without an order in time: some of it is known, the rest is asked. */
export interface Split {
  readonly known: readonly Labelled[];
  readonly asked: readonly Labelled[];
}

/** `labelled` rows drawn by a fixed seed; asked are those of the test file, or all others where there is none. */
export function split(
  rows: readonly Labelled[],
  labelled: number,
  test: readonly Labelled[] | null,
): Split {
  const drawn = [...rows];
  shuffle(drawn, seededRandom(1));
  return {
    known: drawn.slice(0, labelled),
    asked: test ?? drawn.slice(labelled),
  };
}

/** What the service proposes for rows that are asked once the known ones were approved, a set after another. */
export async function askLabelled(
  company: Company,
  { known, asked }: Split,
  { batch }: Cut,
): Promise<readonly Proposed[]> {
  for (const set of setsOf(known, { warm: batch, batch })) {
    await company.sort(set);
    await company.review();
  }
  const proposals: Proposed[] = [];
  for (const set of setsOf(asked, { warm: batch, batch })) {
    proposals.push(...await company.sort(set));
  }
  return proposals;
}

/** The same for an anchor. */
export function anchorLabelled(
  anchor: Anchor,
  { known, asked }: Split,
): readonly Proposed[] {
  anchor.learn(known);
  return anchor.propose(asked)
    .map((guess, i) => ({ ...guess, truth: asked[i]!.label }));
}
