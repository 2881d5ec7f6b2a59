import { COMMENT_MAX } from "../../../../src/approvals/history_entry.ts";
import type { Happened } from "../../../../src/approvals/use_cases/read_history.ts";
import type { ApprovalId } from "../../../../src/kernel/ids.ts";
import { personName } from "../records/known.ts";
import { Card } from "../parts/card.tsx";
import { TextArea } from "../parts/field.tsx";
import { Moment } from "../parts/figures.tsx";
import type { FormState } from "../shell/form_state.ts";
import { itemPath } from "./review_path.ts";
import { queryOf, type Walk } from "./walk.ts";

/** What happened to an item, the oldest first, and room to say something. */
export function History(
  { id, history, people, categories, form, mayComment, walk }: {
    readonly id: ApprovalId;
    readonly history: readonly Happened[];
    /** Members by id. */
    readonly people: ReadonlyMap<string, string>;
    readonly categories: ReadonlyMap<string, string>;
    readonly form: FormState;
    readonly mayComment: boolean;
    readonly walk: Walk;
  },
) {
  return (
    <Card title="History" id="history">
      <ul class="similar">
        {history.map((one) => (
          <li>
            <p>{happenedText(one, people, categories)}</p>
            {one.text !== null && <blockquote>{one.text}</blockquote>}
            <p class="quiet small">
              <Moment at={one.at} />
            </p>
          </li>
        ))}
      </ul>
      {mayComment && (
        <form
          method="post"
          action={`${itemPath(id)}/comment${queryOf(walk)}`}
          class="fields"
        >
          <TextArea
            form={form}
            of="comment"
            name="comment"
            label="Comment"
            hint={`Others see it here. At most ${COMMENT_MAX} characters.`}
            rows={2}
          />
          <div class="buttons">
            <button type="submit">Comment</button>
          </div>
        </form>
      )}
    </Card>
  );
}

function happenedText(
  { kind, by, verdict, categoryId, memberId }: Happened,
  people: ReadonlyMap<string, string>,
  categories: ReadonlyMap<string, string>,
): string {
  const who = by === null ? "Balance" : personName({ people }, by);
  const what = verdict === "reject"
    ? "is not one to sort"
    : `is ${categories.get(categoryId ?? "") ?? "what was suggested"}`;
  switch (kind) {
    case "asked":
      return "Balance asked.";
    case "withdrawn":
      return "Its record was settled another way.";
    case "reopened":
      return `${who} undid what had settled its record, so it waits again.`;
    case "assigned":
      return memberId === null
        ? `${who} assigned it to nobody any more.`
        : `${who} assigned it to ${personName({ people }, memberId)}.`;
    case "commented":
      return `${who} said:`;
    case "verdict_given":
      return `${who} said that it ${what}; a second member is asked.`;
    case "disagreed":
      return `${who} said that it ${what}, other than all before.`;
    case "decided":
      return `${who} decided that it ${what}.`;
    case "undone":
      return `${who} took a decision back.`;
  }
}
