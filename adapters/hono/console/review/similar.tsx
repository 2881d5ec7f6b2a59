import type { Category } from "../../../../src/categories/category.ts";
import type { SimilarDecision } from "../../../../src/approvals/use_cases/read_review.ts";
import { Amount, Day, percentText } from "../parts/figures.tsx";
import { matchWords } from "../parts/words.ts";

/** Approved records that spoke for the suggestion, and in what they are alike. */
export function Similar(
  { similar, categories }: {
    readonly similar: readonly SimilarDecision[];
    readonly categories: readonly Category[];
  },
) {
  if (similar.length === 0) {
    return <p class="quiet">Nothing like it was decided yet.</p>;
  }
  const names = new Map(categories.map(({ id, name }) => [id, name]));
  return (
    <ul class="similar">
      {similar.map((one) => (
        <li>
          <p>
            <strong>
              {names.get(one.category_id) ?? one.category_id}
            </strong>
            {one.count > 1 && <span class="quiet">· {one.count} approved</span>}
          </p>
          <p class="small">
            {one.record
              ? (
                <>
                  <a href={`/console/records/${one.record.id}`}>
                    {one.record.description}
                  </a>
                  {" · "}
                  <Amount money={one.record.amount} /> ·{" "}
                  <Day at={one.record.occurredAt} />
                </>
              )
              : "The record is there no more."}
          </p>
          <p class="quiet small">
            {matchWords(one.match)}
            {one.similarity < 1 && `, ${percentText(one.similarity)} alike`}
          </p>
        </li>
      ))}
    </ul>
  );
}
