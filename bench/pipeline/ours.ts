import { createCategories } from "../../src/categories/use_cases/create_categories.ts";
import { decideApprovals } from "../../src/approvals/use_cases/decide_approvals.ts";
import {
  type ApprovalList,
  listApprovals,
} from "../../src/approvals/use_cases/list_approvals.ts";
import type { CategoryId, TenantId } from "../../src/kernel/ids.ts";
import type { Instant } from "../../src/kernel/instant.ts";
import type { Result } from "../../src/kernel/result.ts";
import { companyYear } from "../../src/main/demo/company_year.ts";
import type { DemoRow } from "../../src/main/demo/csv.ts";
import type { Incoming } from "../../src/records/draft.ts";
import { acceptRecords } from "../../src/records/use_cases/accept_records.ts";
import { createRule } from "../../src/rules/use_cases/create_rule.ts";
import { openScope } from "../../src/tenancy/open_scope.ts";
import type { Scope } from "../../src/tenancy/scope.ts";
import { createTenant } from "../../src/tenancy/use_cases/create_tenant.ts";
import type { Stage } from "./stage.ts";

const BATCH = 500;

export interface Ours {
  readonly tenantId: TenantId;
  /** The number of the first event of the measured part. */
  readonly firstSeq: number;
  readonly rps: number;
  readonly auto: number;
  readonly review: number;
}

/** A tenant with rules and approved examples; then `records` more, timed from the first intake to the last PROCESSED. */
export async function runOurs(
  stage: Stage,
  given: { records: number; examples: number; rules: number; seed: number },
): Promise<Ours> {
  const { deps } = stage;
  const rows = companyYear({
    seed: given.seed,
    records: given.examples + given.records,
  });
  const { tenant } = value(
    await createTenant(deps, {
      name: "Bench",
      ownerEmail: "bench@bench.example",
      ownerName: "Bench",
    }),
  );
  const scope = openScope(tenant.id, { kind: "system", id: "setup" });
  const names = [...new Set(rows.map((row) => row.category))];
  const made = value(
    await createCategories(
      deps,
      scope,
      names.map((name) => ({ name, parentId: null })),
    ),
  );
  const categories = new Map(made.map(({ id, name }) => [name, id]));
  const learned = rows.slice(0, given.examples);
  await teach(stage, scope, learned, categories);
  await addRules(stage, scope, learned, categories, given.rules);
  await done(stage, tenant.id);

  const rest = rows.slice(given.examples).map((row, i) =>
    incoming(row, `n${i}`)
  );
  const [head] = await stage.sql`
    select seq from event_heads where tenant_id = ${tenant.id}`;
  const begun = performance.now();
  for (let i = 0; i < rest.length; i += BATCH) {
    value(await acceptRecords(deps, scope, rest.slice(i, i + BATCH)));
  }
  await done(stage, tenant.id);
  const seconds = (performance.now() - begun) / 1000;
  const [count] = await stage.sql`
    select count(*) filter (where outcome = 'auto') as auto,
      count(*) filter (where outcome = 'needs_review' and status = 'processed') as review
    from records where tenant_id = ${tenant.id}`;
  return {
    tenantId: tenant.id,
    firstSeq: Number(head!.seq) + 1,
    rps: Math.round(rest.length / seconds),
    auto: Number(count!.auto),
    review: Number(count!.review),
  };
}

async function teach(
  { deps, sql }: Stage,
  scope: Scope,
  rows: readonly DemoRow[],
  categories: ReadonlyMap<string, CategoryId>,
): Promise<void> {
  const truth = new Map<string, CategoryId>();
  for (let i = 0; i < rows.length; i += BATCH) {
    const batch = rows.slice(i, i + BATCH);
    const { record_ids } = value(
      await acceptRecords(
        deps,
        scope,
        batch.map((row, j) => incoming(row, `e${i + j}`)),
      ),
    );
    record_ids.forEach((id, j) =>
      truth.set(id, categories.get(batch[j]!.category)!)
    );
  }
  await done({ sql }, scope.tenantId);
  let cursor: string | null = null;
  do {
    const list: ApprovalList = value(
      await listApprovals(deps, scope, "waiting", { limit: BATCH, cursor }),
    );
    const { page } = list;
    value(
      await decideApprovals(
        deps,
        scope,
        page.data.map(({ id, recordId }) => ({
          approvalId: id,
          verdict: { kind: "override", categoryId: truth.get(recordId)! },
          note: null,
        })),
      ),
    );
    cursor = page.nextCursor;
  } while (cursor !== null);
}

/** Rules over the most frequent descriptions: some win, most are tried in vain, as with real rule sets. */
async function addRules(
  { deps }: Stage,
  scope: Scope,
  rows: readonly DemoRow[],
  categories: ReadonlyMap<string, CategoryId>,
  count: number,
): Promise<void> {
  const groups = [...Map.groupBy(rows, (row) => row.description)]
    .sort(([, a], [, b]) => b.length - a.length);
  const every = Math.max(1, Math.floor(groups.length / count));
  for (let i = 0; i < count; i++) {
    const [description, same] = groups[(i * every) % groups.length]!;
    value(
      await createRule(deps, scope, {
        definition: {
          name: `rule ${i}`,
          enabled: true,
          when: {
            field: "description",
            op: i % 2 === 0 ? "equals" : "contains",
            value: description,
          },
          then: { category_id: categories.get(same[0]!.category)! },
          continue: false,
        },
        position: null,
      }),
    );
  }
}

/** Ends once nothing of the tenant waits in the outbox. */
async function done(
  { sql }: Pick<Stage, "sql">,
  tenantId: TenantId,
): Promise<void> {
  for (;;) {
    const [row] = await sql`
      select count(*) as waiting from outbox where tenant_id = ${tenantId}`;
    if (Number(row!.waiting) === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

function incoming(row: DemoRow, externalId: string): Incoming {
  return {
    externalId,
    connectionId: null,
    occurredAt: `${row.date}T00:00:00.000Z` as Instant,
    description: row.description,
    counterparty: row.counterparty,
    amount: row.amount,
    attributes: row.unit ? { unit: row.unit } : {},
    raw: { ...row, amount: { ...row.amount } },
  };
}

function value<T>(result: Result<T, { readonly kind: string }>): T {
  if (!result.ok) throw new Error(result.failure.kind);
  return result.value;
}
