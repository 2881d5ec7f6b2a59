import type { SimilarDecision } from "../../../../src/approvals/review_item.ts";
import { Amount, Day, percentText } from "../parts/figures.tsx";
import { matchWords } from "../parts/words.ts";

/** Approved records that spoke for the suggestion, and in what they are alike. */
export function Similar(
  { similar, names }: {
    readonly similar: readonly SimilarDecision[];
    /** Of categories, by id. */
    readonly names: ReadonlyMap<string, string>;
  },
) {
  if (similar.length === 0) {
    return <p class="quiet">Nothing like it was decided yet.</p>;
  }
  return (
    <ul class="similar">
      {similar.map((one) => (
        <li>
          <p>
            <strong>{names.get(one.categoryId) ?? one.categoryId}</strong>
            <span class="quiet">
              {one.count > 1 ? ` · ${one.count} approved` : ""}
            </span>
          </p>
          <p class="small">
            <a href={`/console/records/${one.recordId}`}>{one.description}</a>
            {" · "}
            <Amount money={one.amount} /> · <Day at={one.occurredAt} />
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
