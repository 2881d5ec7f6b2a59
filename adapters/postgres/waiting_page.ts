import type postgres from "postgres";
import type { ReviewWork, Waiting } from "../../ports/review_work.ts";
import {
  approvalColumns,
  approvalOf,
  type ApprovalRow,
} from "./approval_row.ts";
import type { Transaction } from "./connect.ts";
import { firstPlaces, NEAR } from "./first_places.ts";
import { inOrder, placedItems } from "./review_places.ts";

type WaitingRow = ApprovalRow & Omit<Waiting["place"], "id">;
type Asked = Parameters<ReviewWork["waiting"]>;

/** What waits, in its order, as `ReviewWork.waiting` promises. */
export async function waitingPage(
  sql: Transaction,
  ...[view, filter, page]: Asked
): Promise<readonly Waiting[]> {
  const { assignedTo, overdue, alikeKey } = filter;
  const isAll = view.order === "uncertainty" && !overdue &&
    assignedTo === undefined && alikeKey === undefined;
  if (isAll) {
    const first = await itemsAt(
      sql,
      view,
      page,
      sql`${firstPlaces(sql, view, null, NEAR)}, p as (select * from first)`,
    );
    if (first.length === page.limit) return first;
  }
  const isAssignee = assignedTo === undefined
    ? sql``
    : view.deciders.includes(assignedTo)
    ? sql`and assigned_to = ${assignedTo}`
    : sql`and false`;
  return await itemsAt(
    sql,
    view,
    page,
    sql`p as (
      select * from (${placedItems(sql, view, alikeKey)}) placed
      where true ${isAssignee} ${overdue ? sql`and overdue` : sql``}
    )`,
  );
}

/** A page of the places that the CTE `p` has. */
async function itemsAt(
  sql: Transaction,
  view: Asked[0],
  { limit, after }: Asked[2],
  places: postgres.Fragment,
): Promise<readonly Waiting[]> {
  const isAfter = after === null
    ? sql``
    : view.order === "oldest"
    ? sql`where p.id > ${after.id}`
    : sql`where (not p.overdue, p.rank, -p.priority, p.id)
      > (${!after.overdue}::boolean, ${after.rank}::integer, ${-after
      .priority}::double precision, ${after.id}::text)`;
  const rows = await sql<WaitingRow[]>`
    with ${places}
    select ${approvalColumns(sql)}, p.overdue, p.rank, p.priority from (
      select * from p ${isAfter} order by ${
    inOrder(sql, view, "p")
  } limit ${limit}
    ) p join approvals a on a.id = p.id order by ${inOrder(sql, view, "p")}`;
  return rows.map(({ overdue, rank, priority, ...row }) => ({
    ...approvalOf(row),
    place: { id: row.id, overdue, rank, priority },
  }));
}
