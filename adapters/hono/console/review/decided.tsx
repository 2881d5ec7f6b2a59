import type { ReviewItem } from "../../../../src/approvals/review_item.ts";
import { Card } from "../parts/card.tsx";
import { Fact, Facts } from "../parts/facts.tsx";
import { Moment } from "../parts/figures.tsx";
import { FlashButton } from "../parts/flash_message.tsx";
import { personName } from "../records/known.ts";
import { undoOf } from "./said.ts";
import type { Walk } from "./walk.ts";

const VERDICT_WORDS = {
  approve: "Approved as suggested",
  override: "Given another category",
  reject: "Said not to be one to sort",
} as const;

/** How an item stands that is not to be decided here: decided, withdrawn, or not the reader's to decide. */
export function Decided(
  { item: { state }, names, people, mayUndo, walk }: {
    readonly item: ReviewItem;
    /** Of categories, by id. */
    readonly names: ReadonlyMap<string, string>;
    /** Members by id. */
    readonly people: ReadonlyMap<string, string>;
    readonly mayUndo: boolean;
    readonly walk: Walk;
  },
) {
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
  const { decisionId, categoryId, verdicts } = state;
  const nameOf = (id: string) => personName({ people }, id);
  const first = verdicts.find((one) => one.categoryId === categoryId);
  const otherwise = verdicts.filter((one) => one !== first);
  return (
    <Card title="Decided">
      <Facts>
        <Fact name="What">{VERDICT_WORDS[state.verdict]}</Fact>
        {categoryId !== null && (
          <Fact name="Category">{names.get(categoryId) ?? categoryId}</Fact>
        )}
        {first && (
          <Fact name="First">
            {nameOf(first.by)} said so on <Moment at={first.at} />
          </Fact>
        )}
        <Fact name={first ? "Second" : "By"}>
          {nameOf(state.by)}
          {first ? " agreed" : ""} on <Moment at={state.at} />
        </Fact>
        {otherwise.map((one) => (
          <Fact name="Otherwise">
            {nameOf(one.by)} said {one.categoryId === null
              ? "that it is not one to sort"
              : names.get(one.categoryId) ?? one.categoryId} on{" "}
            <Moment at={one.at} />
          </Fact>
        ))}
        {state.note !== null && <Fact name="Note">{state.note}</Fact>}
      </Facts>
      {mayUndo && decisionId !== null && (
        <div class="more">
          <FlashButton next={undoOf(decisionId, walk)} />
        </div>
      )}
    </Card>
  );
}
