import { z } from "@hono/zod-openapi";
import { approvalFailures } from "../../../../src/approvals/approval.ts";
import { readApproval } from "../../../../src/approvals/use_cases/read_approval.ts";
import { readApprovalHistory } from "../../../../src/approvals/use_cases/read_history.ts";
import { listCategories } from "../../../../src/categories/use_cases/list_categories.ts";
import { ok } from "../../../../src/kernel/result.ts";
import { isErased } from "../../../../src/records/erased.ts";
import { listReceipts } from "../../../../src/receipts/use_cases/list_receipts.ts";
import { isDecider } from "../../../../src/tenancy/is_decider.ts";
import { listMembers } from "../../../../src/tenancy/use_cases/list_members.ts";
import { Card } from "../parts/card.tsx";
import { FormTrouble } from "../parts/form_trouble.tsx";
import { Receipts } from "../parts/receipts.tsx";
import { page } from "../shell/page.tsx";
import { Assignment } from "./assignment.tsx";
import { DecideForm } from "./decide_form.tsx";
import { Decided } from "./decided.tsx";
import { GoOn } from "./go_on.tsx";
import { History } from "./history.tsx";
import { KeyHelp } from "./key_help.tsx";
import { RecordCard } from "./record_card.tsx";
import { Similar } from "./similar.tsx";
import { Notes } from "./notes.tsx";
import { queueOn, walkOf, walkShape } from "./walk.ts";

/** The kind of id in the address of an item. */
export const approvalId = {
  prefix: "apr",
  missing: (id: string) => approvalFailures.missing({ approval_id: id }),
} as const;

/** Receipts that are shown beside a record. */
const RECEIPTS_MAX = 10;

/** One item: what it is, what it may be and why, and what was decided of others alike. */
export const itemPage = page({
  path: "/review/{id}",
  action: "approvals.read",
  id: approvalId,
  query: z.object(walkShape),
  async show({ deps, scope, frame, id, query, form }) {
    const read = await readApproval(deps, scope, id);
    if (!read.ok) return read;
    const item = read.value;
    const [categories, members, receipts, history] = await Promise.all([
      listCategories(deps, scope),
      listMembers(deps, scope),
      listReceipts(deps, scope, { recordIds: [item.recordId] }, {
        limit: RECEIPTS_MAX,
        cursor: null,
      }),
      readApprovalHistory(deps, scope, id),
    ]);
    if (!categories.ok) return categories;
    if (!members.ok) return members;
    if (!receipts.ok) return receipts;
    if (!history.ok) return history;
    const names = new Map<string, string>(
      categories.value.map((one) => [one.id, one.name]),
    );
    const people = new Map<string, string>(
      members.value.map((one) => [one.id, one.name]),
    );
    const deciders = new Set<string>(
      members.value.filter(isDecider).map((one) => one.id),
    );
    const walk = walkOf(query);
    const mayDecide = frame.may("approvals.decide");
    const isWaiting = item.state.kind === "waiting" && mayDecide;
    const { state } = item;
    // Who has said what it is waits for another member.
    const hasSaid = state.kind === "waiting" &&
      state.verdicts.some(({ by }) => by === scope.actor.id);
    const isOpen = isWaiting && !hasSaid;
    return ok({
      title: item.record.description,
      trail: [{ href: queueOn(walk), label: "Review" }],
      tools: isOpen ? <KeyHelp /> : mayDecide && <GoOn walk={walk} />,
      body: (
        <div class="review" {...isOpen && { "data-review": id }}>
          <RecordCard item={item} />
          <div class="review-side">
            <FormTrouble
              form={form}
              labels={{
                category_id: "Category",
                note: "Note",
                member_id: "Member",
              }}
              of="decide"
            />
            {isWaiting
              ? (
                <>
                  <Notes
                    item={item}
                    categories={categories.value}
                    people={people}
                    actor={scope.actor.id}
                    isTheirs={(by) =>
                      frame.may("approvals.assign") && !deciders.has(by)}
                    now={deps.clock.now()}
                    walk={walk}
                  />
                  {isOpen && (
                    <DecideForm
                      item={item}
                      categories={categories.value}
                      form={form}
                      mayRule={frame.may("rules.write")}
                      walk={walk}
                    />
                  )}
                </>
              )
              : (
                <Decided
                  item={item}
                  names={names}
                  people={people}
                  mayUndo={mayDecide}
                  walk={walk}
                />
              )}
          </div>
          <div class="review-rest">
            <Assignment
              item={item}
              members={members.value}
              form={form}
              frame={frame}
              actor={scope.actor.id}
              walk={walkOf(query)}
            />
            <Card title="Receipts">
              <Receipts receipts={receipts.value.data} />
            </Card>
            <Card title="Decided before">
              <Similar similar={item.similar} names={names} />
            </Card>
            <History
              id={id}
              history={history.value}
              people={people}
              categories={names}
              form={form}
              mayComment={mayDecide && !isErased(item.record)}
              walk={walk}
            />
          </div>
        </div>
      ),
    });
  },
});
