import type { Tx } from "../../../ports/unit_of_work.ts";
import type { CategoryId, RecordId } from "../../kernel/ids.ts";
import { withoutRuleFields } from "../../processing/rule_fields.ts";
import { isErased } from "../../records/erased.ts";
import type { CompanyRecord } from "../../records/record.ts";
import type { RecordFilter } from "../../records/record_filter.ts";
import type { Scope } from "../../tenancy/scope.ts";
import type { RuleSet } from "../rule.ts";

/** What rules are suggested from: the latest records, and what they are sorted by now. */
export interface History {
  readonly stored: readonly CompanyRecord[];
  /** The same as rules see them. */
  readonly records: readonly CompanyRecord[];
  readonly rules: RuleSet;
  readonly contextAttributes: readonly string[];
  /** The names of the categories that records may get. */
  readonly categories: ReadonlyMap<CategoryId, string>;
}

/** The latest records that people decided, and the latest of all. */
const READ_MAX = 10_000;
/** Records that are read at once. */
const PAGE = 1_000;

export async function readHistory(
  tx: Pick<Tx, "records" | "rules" | "categories" | "tenants">,
  scope: Scope,
): Promise<History> {
  const [tenant] = await tx.tenants.find([scope.tenantId]);
  if (!tenant) throw new Error(`tenant ${scope.tenantId} has no row`);
  const stored = new Map<RecordId, CompanyRecord>();
  for (const filter of [{ status: "approved" }, {}] as const) {
    for (const record of await latestOf(tx, filter)) {
      stored.set(record.id, record);
    }
  }
  const categories = await tx.categories.all();
  return {
    stored: [...stored.values()],
    records: [...stored.values()].map(withoutRuleFields),
    rules: await tx.rules.current(),
    contextAttributes: tenant.settings.contextAttributes,
    categories: new Map(
      categories.filter((category) => category.archivedAt === null)
        .map((category) => [category.id, category.name]),
    ),
  };
}

async function latestOf(
  { records }: Pick<Tx, "records">,
  filter: RecordFilter,
): Promise<readonly CompanyRecord[]> {
  const found: CompanyRecord[] = [];
  let cursor: string | null = null;
  do {
    const limit = Math.min(PAGE, READ_MAX - found.length);
    const page: Awaited<ReturnType<typeof records.list>> = await records.list(
      filter,
      { limit, cursor },
    );
    found.push(...page.data.filter((record) => !isErased(record)));
    cursor = page.nextCursor;
  } while (cursor !== null && found.length < READ_MAX);
  return found;
}
