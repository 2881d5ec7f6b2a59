import type { Review } from "../../../../src/approvals/use_cases/read_review.ts";
import type { Candidate } from "../../../../src/approvals/candidate.ts";
import type { Instant } from "../../../../src/kernel/instant.ts";
import type { Trace } from "../../../../src/processing/trace.ts";
import { categoryChoices } from "../parts/category_choices.ts";
import { CheckField, SelectField, TextArea } from "../parts/field.tsx";
import { Moment, percentText } from "../parts/figures.tsx";
import { evidenceWords, SOURCE_WORDS } from "../parts/words.ts";
import type { FormState } from "../shell/form_state.ts";
import { itemPath, REVIEW } from "./review_path.ts";

/** What can be done with an item: take a candidate, choose another category, or say that it is not one to sort. */
export function DecideForm(
  { review, form, actor, now, mayRule }: {
    readonly review: Review;
    readonly form: FormState;
    /** Who looks at it. */
    readonly actor: string;
    readonly now: Instant;
    /** Whether the reader may make rules. */
    readonly mayRule: boolean;
  },
) {
  const { approval, candidates, categories, record } = review;
  const { lease } = approval;
  const isTaken = lease !== null && lease.by !== actor && lease.until > now;
  return (
    <>
      {isTaken && (
        <div class="flash trouble" role="note">
          <p>
            Another person has this item until <Moment at={lease.until} />.
          </p>
        </div>
      )}
      <form
        class="card decide"
        method="post"
        action={itemPath(approval.id)}
        data-decide
      >
        <h2>
          {candidates.length > 0 ? "What is it?" : "No category is suggested"}
        </h2>
        {candidates.length > 0 && (
          <ul class="candidates">
            {candidates.map((one, i) => (
              <li>
                <button
                  type="submit"
                  name="choice"
                  value={one.categoryId === approval.suggestion
                    ? "approve"
                    : one.categoryId}
                  class={i === 0 ? "primary" : ""}
                  data-key={i + 1}
                  aria-keyshortcuts={String(i + 1)}
                  aria-describedby={`why-${i}`}
                >
                  <kbd aria-hidden="true">{i + 1}</kbd>
                  <span class="name">{one.name}</span>
                  <span class="number">{percentText(one.score)}</span>
                </button>
                <p class="why" id={`why-${i}`}>{whyText(one, record.trace)}</p>
              </li>
            ))}
          </ul>
        )}
        <div class="other">
          <SelectField
            form={form}
            of="decide"
            name="category_id"
            label={candidates.length > 0 ? "Another category" : "Category"}
            none="Choose a category"
            isLong
            keyHint="o"
            choices={categoryChoices(categories)}
          />
          {mayRule && (
            <CheckField
              form={form}
              of="decide"
              name="rule"
              label="Show a rule for all like it first"
              isChecked={false}
            />
          )}
          <button type="submit" name="choice" value="override">
            Use this category
          </button>
        </div>
        <details
          open={form.flaws.has("note") || form.values["note"] !== undefined}
        >
          <summary>Add a note</summary>
          <TextArea
            form={form}
            of="decide"
            name="note"
            label="Note"
            hint="Kept with the decision."
            rows={2}
          />
        </details>
        <div class="buttons last">
          <button
            type="submit"
            name="choice"
            value="reject"
            class="danger"
            data-key="r"
            aria-keyshortcuts="r"
          >
            Not one to sort <kbd aria-hidden="true">r</kbd>
          </button>
          <button
            type="submit"
            form="pass"
            data-key="n j"
            aria-keyshortcuts="n j"
          >
            Later <kbd aria-hidden="true">n</kbd>
          </button>
        </div>
      </form>
      <form id="pass" method="post" action={`${REVIEW}/next`}>
        <input type="hidden" name="after" value={approval.id} />
      </form>
    </>
  );
}

/** What speaks for a candidate: the counts of approved records, or the model's own words. */
function whyText(
  { categoryId, source, because }: Candidate,
  trace: Trace | null,
): string {
  const said = trace?.steps.findLast((step) =>
    step.kind === "model_answered" && step.category_id === categoryId
  );
  if (source === "model" && said?.kind === "model_answered") {
    return `The language model: ${said.rationale}`;
  }
  const counted = because.slice(0, 2).map(evidenceWords).join("; ");
  return counted === "" ? `By ${SOURCE_WORDS[source]}.` : `${counted}.`;
}
