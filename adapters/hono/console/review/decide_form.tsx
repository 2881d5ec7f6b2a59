import type {
  ReasonedCandidate,
  ReviewItem,
} from "../../../../src/approvals/review_item.ts";
import type { Category } from "../../../../src/categories/category.ts";
import { categoryChoices } from "../parts/category_choices.ts";
import { SelectField, TextArea } from "../parts/field.tsx";
import { percentText } from "../parts/figures.tsx";
import { evidenceWords, SOURCE_WORDS } from "../parts/words.ts";
import type { FormState } from "../shell/form_state.ts";
import { REVIEW } from "./review_path.ts";
import { itemOn, queryOf, ruleOn, type Walk } from "./walk.ts";
import { WalkFields } from "./walk_fields.tsx";

/** What can be done with an item: take a candidate, choose another category, or say that it is not one to sort. */
export function DecideForm(
  { item, categories, form, mayRule, walk }: {
    readonly item: ReviewItem;
    readonly categories: readonly Category[];
    readonly form: FormState;
    /** Whether the reader may make rules. */
    readonly mayRule: boolean;
    readonly walk: Walk;
  },
) {
  const { candidates } = item;
  return (
    <>
      <form
        class="card decide"
        method="post"
        action={itemOn(walk, item.id)}
        data-decide
      >
        <input
          type="hidden"
          name="record_version"
          value={String(item.record.version)}
        />
        <h2>
          {candidates.length > 0 ? "What is it?" : "No category is suggested"}
        </h2>
        {candidates.length > 0 && (
          <ul class="candidates">
            {candidates.map((one, i) => (
              <CandidateButton
                one={one}
                place={i}
                suggestion={item.suggestion}
              />
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
          <div class="buttons">
            <button type="submit" name="choice" value="override">
              Use this category
            </button>
            {mayRule && (
              <button
                type="submit"
                name="choice"
                value="override"
                formaction={ruleOn(walk, item.id)}
              >
                Show a rule for all like it first
              </button>
            )}
          </div>
        </div>
        <details open={form.values["note"] !== undefined}>
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
          {item.alike > 1 && item.alikeKey !== null && (
            <a
              class="button"
              href={`${REVIEW}/groups/${item.alikeKey}${
                queryOf({ ...walk, passed: [] })
              }`}
              data-key="g"
              aria-keyshortcuts="g"
            >
              All {item.alike} alike <kbd aria-hidden="true">g</kbd>
            </a>
          )}
        </div>
      </form>
      <form id="pass" method="post" action={`${REVIEW}/next`}>
        <WalkFields walk={walk} />
        <input type="hidden" name="after" value={item.id} />
      </form>
    </>
  );
}

function CandidateButton(
  { one, place, suggestion }: {
    readonly one: ReasonedCandidate;
    readonly place: number;
    readonly suggestion: ReviewItem["suggestion"];
  },
) {
  const key = place + 1;
  return (
    <li>
      <button
        type="submit"
        name="choice"
        value={one.categoryId === suggestion ? "approve" : one.categoryId}
        class={place === 0 ? "primary" : ""}
        data-key={key}
        aria-keyshortcuts={String(key)}
        aria-describedby={`why-${place}`}
      >
        <kbd aria-hidden="true">{key}</kbd>
        <span class="name">{one.name}</span>
        {one.score !== null && (
          <span class="number">{percentText(one.score)} sure</span>
        )}
      </button>
      <p class="why" id={`why-${place}`}>{whyText(one)}</p>
    </li>
  );
}

/** What speaks for a candidate: the rule, the counts of approved records, the model's own words. */
function whyText(
  { source, because, rule, rationale }: ReasonedCandidate,
): string {
  const counted = because.slice(0, 2).map(evidenceWords).join("; ");
  const said = [
    ...rule ? [`The rule “${rule.name}” says so.`] : [],
    ...counted === "" ? [] : [`${counted}.`],
    ...rationale === null ? [] : [`The language model: ${rationale}`],
  ];
  return said.length > 0 ? said.join(" ") : `By ${SOURCE_WORDS[source]}.`;
}
