import type { CategoryId } from "../../kernel/ids.ts";
import type { ConfusionCount } from "./figures.ts";

/** How one category fared among the proposals that people judged. */
export interface CategoryQuality {
  readonly categoryId: CategoryId;
  readonly proposed: number;
  readonly right: number;
  readonly wrong: number;
  /** How often people decided on it where something was proposed. */
  readonly decided: number;
  /** Of what was proposed the part that was right; null where nothing was. */
  readonly precision: number | null;
  /** Of what people decided the part that had been proposed; null where nothing was decided. */
  readonly recall: number | null;
  /** What people decided most instead; null: that the record is not one to sort. */
  readonly confusions: readonly {
    readonly categoryId: CategoryId | null;
    readonly n: number;
  }[];
}

const CONFUSIONS_MAX = 3;

/** Every category that was proposed or decided, the most proposed first. */
export function categoryQualities(
  counts: readonly ConfusionCount[],
): readonly CategoryQuality[] {
  const byProposed = Map.groupBy(counts, ({ proposed }) => proposed);
  const byDecided = Map.groupBy(counts, ({ decided }) => decided);
  const ids = new Set(
    [...byProposed.keys(), ...byDecided.keys()].filter((id) => id !== null),
  );
  return [...ids].map((categoryId) => {
    const ofProposed = byProposed.get(categoryId) ?? [];
    const others = ofProposed.filter(({ decided }) => decided !== categoryId);
    const proposed = total(ofProposed);
    const decided = total(byDecided.get(categoryId) ?? []);
    const wrong = total(others);
    const right = proposed - wrong;
    return {
      categoryId,
      proposed,
      right,
      wrong,
      decided,
      precision: proposed === 0 ? null : right / proposed,
      recall: decided === 0 ? null : right / decided,
      confusions: others
        .toSorted((a, b) => b.n - a.n || compare(a.decided, b.decided))
        .slice(0, CONFUSIONS_MAX)
        .map(({ decided, n }) => ({ categoryId: decided, n })),
    };
  }).sort((a, b) =>
    b.proposed - a.proposed || compare(a.categoryId, b.categoryId)
  );
}

function total(counts: readonly ConfusionCount[]): number {
  return counts.reduce((sum, { n }) => sum + n, 0);
}

function compare(a: CategoryId | null, b: CategoryId | null): number {
  return `${a}` < `${b}` ? -1 : 1;
}
