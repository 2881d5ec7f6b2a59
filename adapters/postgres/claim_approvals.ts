import type postgres from "postgres";
import type { ClaimRequest } from "../../ports/review_work.ts";
import type { Approval } from "../../src/approvals/approval.ts";
import {
  approvalColumns,
  approvalOf,
  type ApprovalRow,
} from "./approval_row.ts";
import { jsonb } from "./columns.ts";
import type { Transaction } from "./connect.ts";
import { FAR, firstPlaces, NEAR, type Reach } from "./first_places.ts";
import { inOrder, placedItems } from "./review_places.ts";
import { waitingIn } from "./review_view.ts";

type Fragment = postgres.Fragment;
/** What was given, in order, and whether something that was not looked at may be free too. */
interface Given {
  readonly given: readonly Approval[];
  readonly isCut: boolean;
}

/** So many of the first are sorted; where others hold them all, all that waits is. */
const SORTED = 4_096;

/** Gives leases, as `ReviewWork.claim` promises. */
export async function claimApprovals(
  sql: Transaction,
  request: ClaimRequest,
): Promise<readonly Approval[]> {
  const found: Approval[] = [];
  /** The same for what is left to find: what was found is the claimer's already, and passed over. */
  const rest = (): ClaimRequest => ({
    ...request,
    except: [...request.except, ...found.map(({ id }) => id)],
    limit: request.limit - found.length,
  });
  for (const ways of waysTo(request)) {
    for (const way of ways) {
      if (found.length === request.limit) return found;
      const { given, isCut } = await way(sql, rest());
      found.push(...given);
      if (!isCut) break;
    }
  }
  return found;
}

/** One row after another; within a row, the next way is gone where the one before was cut. */
function waysTo({ order, assigned }: ClaimRequest) {
  const [own, others] = order === "oldest"
    ? [[oldestOwn], [oldest]]
    : [[near, far], [sorted, all]];
  // All that is the claimer's own is found by the first.
  return assigned === "only" ? [own.slice(0, 1)] : [own, others];
}

function oldestOwn(sql: Transaction, request: ClaimRequest): Promise<Given> {
  return oldest(sql, request, sql`and a.assigned_to = ${request.lease.by}`);
}

/** Walks along the ids. */
function oldest(
  sql: Transaction,
  request: ClaimRequest,
  which: Fragment = sql``,
): Promise<Given> {
  return give(
    sql,
    request,
    sql`
    free as materialized (
      select a.id, row_number() over () as nth from (
        select a.id from ${waitingIn(sql, request)} ${which} and ${
      isOffered(sql, request, "a")
    } and ${isFree(sql, request)}
        order by a.id limit ${request.limit} for update of a skip locked
      ) a
    ),
    cut as (select false as yes)`,
  );
}

function near(sql: Transaction, request: ClaimRequest): Promise<Given> {
  return first(sql, request, NEAR);
}

function far(sql: Transaction, request: ClaimRequest): Promise<Given> {
  return first(sql, request, FAR);
}

/** What is certain to come before all others: all that is the claimer's, what is past due and the first of each group. */
function first(
  sql: Transaction,
  request: ClaimRequest,
  reach: Reach,
): Promise<Given> {
  const { lease: { by } } = request;
  return give(
    sql,
    request,
    sql`${firstPlaces(sql, request, by, reach)}, ${
      freeOf(sql, request, sql`select * from first`, {
        limit: SORTED,
        isCut: sql`exists (select from bounds)`,
      })
    }`,
  );
}

function sorted(sql: Transaction, request: ClaimRequest): Promise<Given> {
  return inPlaces(sql, request, SORTED);
}

function all(sql: Transaction, request: ClaimRequest): Promise<Given> {
  return inPlaces(sql, request, null);
}

/** Out of so many of the first of all; null: out of all. */
function inPlaces(
  sql: Transaction,
  request: ClaimRequest,
  limit: number | null,
): Promise<Given> {
  const { lease: { by } } = request;
  return give(
    sql,
    request,
    freeOf(
      sql,
      request,
      sql`
      select p.*, coalesce(p.assigned_to = ${by}, false) as own
      from (${placedItems(sql, request)}) p where ${
        isOffered(sql, request, "p")
      }`,
      { limit, isCut: sql`false` },
    ),
  );
}

/** As the CTE `free` the first of `places` that are free, locked one after another until there are enough. */
function freeOf(
  sql: Transaction,
  request: ClaimRequest,
  places: Fragment,
  { limit, isCut }: {
    readonly limit: number | null;
    readonly isCut: Fragment;
  },
): Fragment {
  const order = (table: string) =>
    sql`${sql(table)}.own desc, ${inOrder(sql, request, table)}`;
  return sql`
    places as materialized (
      select * from (${places}) p order by ${order("p")} limit ${limit}
    ),
    free as materialized (
      select p.id, p.nth from (
        select id, row_number() over (order by ${
    order("places")
  }) as nth from places order by nth
      ) p
      cross join lateral (
        select from approvals a where a.id = p.id and a.state = 'waiting' and ${
    isOffered(sql, request, "a")
  } and ${isFree(sql, request)}
        for update of a skip locked
      ) locked
      order by p.nth limit ${request.limit}
    ),
    cut as (select ${isCut} or (select count(*) from places) = ${limit} as yes)`;
}

/** Gives the lease to what is in the CTE `free`; the CTE `cut` says whether it is not all. */
async function give(
  sql: Transaction,
  { lease: { by, until } }: ClaimRequest,
  free: Fragment,
): Promise<Given> {
  const rows = await sql<(ApprovalRow & { isCut: boolean })[]>`
    with ${free},
    given as (
      update approvals a
      set version = a.version + 1, lease_by = ${by}, lease_until = ${until}, lease_token = a.lease_token + 1
      from free
      where a.id = free.id
      returning ${approvalColumns(sql)}, free.nth::integer as nth
    )
    select given.*, coalesce(cut.yes, false) as "isCut" from cut left join given on true order by nth`;
  return {
    given: rows.filter(({ id }) => id !== null).map(approvalOf),
    isCut: rows[0]!.isCut,
  };
}

/** Whether the claimer may be offered an item, whoever holds it, which stands in `table`. */
function isOffered(
  sql: Transaction,
  { lease: { by }, except, upTo, assigned, deciders }: ClaimRequest,
  table: string,
): Fragment {
  const column = (name: string) => sql(`${table}.${name}`);
  const owner = column("assigned_to");
  const isAssigned = assigned === "any"
    ? sql`true`
    : assigned === "only"
    ? sql`${owner} = ${by}`
    : sql`(${owner} is null or ${owner} = ${by} or ${owner} <> all(${[
      ...deciders,
    ]}))`;
  const tooMuch = upTo.map(({ currency, minor }) =>
    sql`and (${column("currency")} is distinct from ${currency} or abs(${
      column("amount_minor")
    }) <= ${minor}::bigint)`
  );
  return sql`${isAssigned} ${
    except.length === 0
      ? sql``
      : sql`and ${column("id")} <> all(${[...except]})`
  } ${tooMuch.reduce((all, one) => sql`${all} ${one}`, sql``)}`;
}

/** Whether nobody else holds the item `a`, and the claimer has not judged it yet. */
function isFree(
  sql: Transaction,
  { lease: { by }, now }: ClaimRequest,
): Fragment {
  return sql`(a.lease_by is null or a.lease_by = ${by} or a.lease_until <= ${now})
    and not a.verdicts @> ${jsonb(sql, [{ by }])}`;
}
