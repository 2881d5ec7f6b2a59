import { approvalFailures } from "../../../../src/approvals/approval.ts";
import { readReview } from "../../../../src/approvals/use_cases/read_review.ts";
import { ok } from "../../../../src/kernel/result.ts";
import { Card } from "../parts/card.tsx";
import { FormTrouble } from "../parts/field.tsx";
import { Receipts } from "../parts/receipts.tsx";
import { page } from "../shell/page.tsx";
import { DecideForm } from "./decide_form.tsx";
import { Decided } from "./decided.tsx";
import { KeyHelp } from "./key_help.tsx";
import { RecordCard } from "./record_card.tsx";
import { REVIEW } from "./review_path.ts";
import { Similar } from "./similar.tsx";

/** The kind of id in the address of an item. */
export const approvalId = {
  prefix: "apr",
  missing: (id: string) => approvalFailures.missing({ approval_id: id }),
} as const;

/** One item: what it is, what it may be and why, and what was decided of others alike. */
export const itemPage = page({
  path: "/review/{id}",
  action: "approvals.read",
  id: approvalId,
  async show({ deps, scope, frame, id, form }) {
    const read = await readReview(deps, scope, id);
    if (!read.ok) return read;
    const review = read.value;
    const { approval, record } = review;
    const isOpen = approval.state.kind === "waiting" &&
      frame.may("approvals.decide");
    return ok({
      title: record.description,
      trail: [{ href: REVIEW, label: "Review" }],
      tools: isOpen && <KeyHelp />,
      body: (
        <div
          class="review"
          {...isOpen && { "data-review": id }}
        >
          <RecordCard record={record} because={approval.because} />
          <div class="review-side">
            <FormTrouble
              form={form}
              labels={{ category_id: "Category", note: "Note" }}
              of="decide"
            />
            {isOpen
              ? (
                <DecideForm
                  review={review}
                  form={form}
                  actor={scope.actor.id}
                  now={deps.clock.now()}
                  mayRule={frame.may("rules.write")}
                />
              )
              : <Decided review={review} />}
          </div>
          <div class="review-rest">
            <Card title="Receipts">
              <Receipts receipts={review.receipts} />
            </Card>
            <Card title="Decided before">
              <Similar
                similar={review.similar}
                categories={review.categories}
              />
            </Card>
          </div>
        </div>
      ),
    });
  },
});
