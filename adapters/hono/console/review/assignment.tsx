import type { ReviewItem } from "../../../../src/approvals/review_item.ts";
import { rolesFor } from "../../../../src/tenancy/access.ts";
import type { Member } from "../../../../src/tenancy/member.ts";
import { Card } from "../parts/card.tsx";
import { SelectField } from "../parts/field.tsx";
import type { FormState } from "../shell/form_state.ts";
import type { Frame } from "../shell/frame.ts";
import { itemPath } from "./review_path.ts";
import { queryOf, type Walk } from "./walk.ts";

/** Who is asked about an item before all others, and what changes that while it waits. */
export function Assignment(
  { item: { id, state, assignedTo }, members, form, frame, actor, walk }: {
    readonly item: ReviewItem;
    readonly members: readonly Member[];
    readonly form: FormState;
    readonly frame: Frame;
    /** Who looks at it. */
    readonly actor: string;
    readonly walk: Walk;
  },
) {
  const isWaiting = state.kind === "waiting";
  const mayTake = isWaiting && frame.may("approvals.decide") &&
    assignedTo !== actor;
  const mayAssign = isWaiting && frame.may("approvals.assign");
  if (!mayTake && !mayAssign && assignedTo === null) return null;
  const roles = rolesFor("approvals.decide");
  const deciders = members.filter(({ role }) => roles.includes(role));
  const name = deciders.find((one) => one.id === assignedTo)?.name;
  const to = (what: string) => `${itemPath(id)}/${what}${queryOf(walk)}`;
  return (
    <Card title="Assigned to">
      <p>
        {assignedTo === actor
          ? "You."
          : name
          ? `${name}.`
          : (
            <span class="quiet">
              {assignedTo === null
                ? "Nobody: whoever reviews its queue is asked."
                : "Somebody who may not decide any more, so everybody is asked."}
            </span>
          )}
      </p>
      {mayAssign && (
        <form method="post" action={to("assign")} class="find">
          <SelectField
            form={form}
            of="decide"
            name="member_id"
            label="Member"
            value={assignedTo ?? "nobody"}
            choices={[
              ["nobody", "Nobody"],
              ...deciders.map(({ id, name }) => [id, name] as const),
            ]}
          />
          <button type="submit">Assign</button>
        </form>
      )}
      {mayTake && (
        <form method="post" action={to("take")}>
          <button type="submit">Take it on myself</button>
        </form>
      )}
    </Card>
  );
}
