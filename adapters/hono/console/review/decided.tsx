import type { Review } from "../../../../src/approvals/use_cases/read_review.ts";
import { Card } from "../parts/card.tsx";
import { Fact, Facts } from "../parts/facts.tsx";
import { Moment } from "../parts/figures.tsx";

const VERDICT_WORDS = {
  approve: "Approved as suggested",
  override: "Given another category",
  reject: "Said not to be one to sort",
} as const;

/** How an item stands that is not to be decided here: decided, withdrawn, or not the reader's to decide. */
export function Decided({ review }: { readonly review: Review }) {
  const { state } = review.approval;
  if (state.kind === "waiting") {
    return (
      <Card title="Waiting">
        <p>A reviewer, an admin or an owner decides it.</p>
      </Card>
    );
  }
  if (state.kind === "withdrawn") {
    return (
      <Card title="Withdrawn">
        <p>
          Its record was settled another way on <Moment at={state.at} />.
        </p>
      </Card>
    );
  }
  const category = review.categories.find(({ id }) => id === state.categoryId);
  return (
    <Card title="Decided">
      <Facts>
        <Fact name="What">{VERDICT_WORDS[state.verdict]}</Fact>
        {state.categoryId !== null && (
          <Fact name="Category">{category?.name ?? state.categoryId}</Fact>
        )}
        <Fact name="By">{review.decidedBy ?? state.by}</Fact>
        <Fact name="When">
          <Moment at={state.at} />
        </Fact>
        {state.note !== null && <Fact name="Note">{state.note}</Fact>}
      </Facts>
    </Card>
  );
}
