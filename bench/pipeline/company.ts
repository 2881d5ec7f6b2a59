import { decideApprovals } from "../../src/approvals/use_cases/decide_approvals.ts";
import {
  type ApprovalList,
  listApprovals,
} from "../../src/approvals/use_cases/list_approvals.ts";
import { createCategories } from "../../src/categories/use_cases/create_categories.ts";
import type { CategoryId } from "../../src/kernel/ids.ts";
import type { Result } from "../../src/kernel/result.ts";
import { companyYear } from "../../src/main/demo/company_year.ts";
import type { DemoRow } from "../../src/main/demo/csv.ts";
import { createRule } from "../../src/rules/use_cases/create_rule.ts";
import { openScope } from "../../src/tenancy/open_scope.ts";
import type { Scope } from "../../src/tenancy/scope.ts";
import { createTenant } from "../../src/tenancy/use_cases/create_tenant.ts";
import { acceptRecords } from "../../src/records/use_cases/accept_records.ts";
import { incoming } from "./records.ts";
import type { Stage } from "./stage.ts";

const BATCH = 500;

/** A tenant with rules and approved examples, and rows of the same kind that are still to come. */
export interface Company {
  readonly scope: Scope;
  readonly key: string;
  readonly rest: readonly DemoRow[];
}

/** Makes a company; someone must do the jobs that follow. */
export async function makeCompany(
  stage: Pick<Stage, "deps" | "sql">,
  given: { records: number; examples: number; rules: number; seed: number },
): Promise<Company> {
  const { deps } = stage;
  const rows = companyYear({
    seed: given.seed,
    records: given.examples + given.records,
  });
  const { tenant, secret } = value(
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
  await workDone(stage, scope);
  return { scope, key: secret, rest: rows.slice(given.examples) };
}

async function teach(
  stage: Pick<Stage, "deps" | "sql">,
  scope: Scope,
  rows: readonly DemoRow[],
  categories: ReadonlyMap<string, CategoryId>,
): Promise<void> {
  const { deps } = stage;
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
  await workDone(stage, scope);
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
  { deps }: Pick<Stage, "deps">,
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
export async function workDone(
  { sql }: Pick<Stage, "sql">,
  { tenantId }: Pick<Scope, "tenantId">,
): Promise<void> {
  for (;;) {
    const [row] = await sql`
      select count(*) as waiting from outbox where tenant_id = ${tenantId}`;
    if (Number(row!.waiting) === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

export function value<T>(result: Result<T, { readonly kind: string }>): T {
  if (!result.ok) throw new Error(result.failure.kind);
  return result.value;
}
