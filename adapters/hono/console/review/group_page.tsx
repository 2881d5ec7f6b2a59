import { z } from "@hono/zod-openapi";
import { approvalFailures } from "../../../../src/approvals/approval.ts";
import { listApprovals } from "../../../../src/approvals/use_cases/list_approvals.ts";
import { listCategories } from "../../../../src/categories/use_cases/list_categories.ts";
import { fail, ok } from "../../../../src/kernel/result.ts";
import { FormTrouble } from "../parts/form_trouble.tsx";
import { wholeText } from "../parts/figures.tsx";
import { page } from "../shell/page.tsx";
import { GroupForm } from "./group_form.tsx";
import { REVIEW } from "./review_path.ts";
import { queryOf, queueOn, walkOf, walkShape } from "./walk.ts";

/** The kind of id in the address of a group. */
export const groupId = {
  prefix: "alk",
  missing: (id: string) => approvalFailures.group_missing({ group: id }),
} as const;

/** As many as are looked through at once; what comes after waits for the next time. */
export const SHOWN_MAX = 200;

/** Items alike, each of which can be left out, and one decision for all that are shown. */
export const groupPage = page({
  path: "/review/groups/{id}",
  action: "approvals.read",
  id: groupId,
  query: z.object({ queue: walkShape.queue }),
  async show({ deps, scope, frame, id, query, form }) {
    const [found, categories] = await Promise.all([
      listApprovals(deps, scope, {
        state: "waiting",
        order: "uncertainty",
        alikeKey: id,
      }, { limit: SHOWN_MAX, cursor: null }),
      listCategories(deps, scope),
    ]);
    if (!found.ok) return found;
    if (!categories.ok) return categories;
    const { data, nextCursor } = found.value.page;
    const [first] = data;
    if (!first) return fail(groupId.missing(id));
    const walk = walkOf({ queue: query.queue });
    return ok({
      title: `${wholeText(data.length)} like ${first.record.description}`,
      lead: nextCursor === null
        ? "Just those that are ticked are decided, all of them or none."
        : `The first ${SHOWN_MAX} of more. Just those that are ticked are decided, all of them or none.`,
      trail: [
        { href: queueOn(walk), label: "Review" },
        { href: `${REVIEW}/groups${queryOf(walk)}`, label: "Alike ones" },
      ],
      body: (
        <>
          <FormTrouble
            form={form}
            labels={{ category_id: "Category", item: "The list" }}
            of="group"
          />
          <GroupForm
            id={id}
            items={data}
            categories={categories.value}
            form={form}
            mayDecide={frame.may("approvals.decide")}
            walk={walk}
          />
        </>
      ),
    });
  },
});
