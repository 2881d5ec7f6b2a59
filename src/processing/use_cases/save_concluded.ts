import type { Tx } from "../../../ports/unit_of_work.ts";
import type { CategoryId } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/instant.ts";
import { concluded } from "../conclude.ts";
import type { Conclusion } from "../trace.ts";
import type { ConcludedCase } from "./run_pipeline.ts";

/**
 * Writes what was concluded; answers those that were written. A record that someone changed meanwhile is left out, and so
 * is one whose category was archived meanwhile.
 */
export async function saveConcluded(
  tx: Pick<Tx, "categories" | "records">,
  cases: readonly ConcludedCase[],
  now: Instant,
): Promise<readonly ConcludedCase[]> {
  const named = new Set(cases.flatMap((one) => namedBy(one.conclusion) ?? []));
  const open = await tx.categories.holdOpen([...named]);
  const current = cases.filter(({ conclusion }) => {
    const category = namedBy(conclusion);
    return category === null || open.has(category);
  });
  const written = new Set(
    await tx.records.save(
      current.map((one) =>
        concluded(one.record, one.steps, one.limits, one.conclusion)
      ),
      now,
    ),
  );
  return current.filter((one) => written.has(one.record.id));
}

/** The category that a record gets, or that a person is to be shown; null for none. */
function namedBy(conclusion: Conclusion): CategoryId | null {
  if (conclusion.kind === "settled") return conclusion.category_id;
  return conclusion.kind === "needs_review" ? conclusion.suggestion : null;
}
