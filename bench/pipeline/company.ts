import { companyYear } from "../../src/main/demo/company_year.ts";
import type { DemoRow } from "../../src/main/demo/csv.ts";
import { type Client, clientOf } from "./client.ts";
import { inParallel, until } from "./figures.ts";
import { outboxIsEmpty } from "./tenants.ts";
import type { Database } from "./servers.ts";

/** Records of one request. */
export const SET = 500;
/** The most that the interface takes at once, and shows at once. */
const DECISIONS = 1_000;
const PAGE = 200;

/** What a company sends: approved examples first, then what is to be sorted. */
export interface Company {
  readonly learned: readonly DemoRow[];
  readonly rest: readonly DemoRow[];
}

export function company(
  { examples, records }: {
    readonly examples: number;
    readonly records: number;
  },
): Company {
  const rows = companyYear({ seed: 1, records: examples + records });
  return { learned: rows.slice(0, examples), rest: rows.slice(examples) };
}

/** The bodies of `POST /records`, `size` records each, as JSON text made beforehand; `externalId` gives each a name. */
export function bodiesOf(
  rows: readonly DemoRow[],
  size: number,
  externalId: (place: number) => string,
): readonly string[] {
  const bodies: string[] = [];
  for (let i = 0; i < rows.length; i += size) {
    const records = rows.slice(i, i + size).map((row, j) => ({
      external_id: externalId(i + j),
      occurred_at: row.date,
      description: row.description,
      ...row.counterparty && { counterparty: row.counterparty },
      amount: row.amount,
      attributes: row.unit ? { unit: row.unit } : {},
    }));
    bodies.push(JSON.stringify({ records }));
  }
  return bodies;
}

/** External ids in no order, as most senders' are; the same for the same `seed`. */
export function scattered(seed: string): (place: number) => string {
  return (place) => {
    let a = 0x811c9dc5;
    for (const char of `${seed} ${place}`) {
      a = Math.imul(a ^ char.charCodeAt(0), 0x01000193) >>> 0;
    }
    const b = Math.imul(a ^ (a >>> 15), 0x85ebca6b) >>> 0;
    return `${b.toString(36)}-${seed}-${place}`;
  };
}

/** Teaches a new tenant through its interface: categories, approved examples, then `rules` rules. */
export async function teach(
  { sql }: Pick<Database, "sql">,
  address: string,
  { tenantId, key }: { readonly tenantId: string; readonly key: string },
  learned: readonly DemoRow[],
  rules: number,
): Promise<void> {
  const client = clientOf(address, key);
  const categories = new Map<string, string>();
  for (const name of new Set(learned.map(({ category }) => category))) {
    const { id } = await client.post<{ id: string }>(
      "/api/v1/categories",
      JSON.stringify({ name }),
    );
    categories.set(name, id);
  }
  const categoryOf = (row: DemoRow) => categories.get(row.category)!;

  const sets = bodiesOf(learned, SET, (place) => `e${place}`)
    .map((body, i) => ({ body, rows: learned.slice(i * SET, (i + 1) * SET) }));
  const truth = new Map<string, string>();
  await inParallel(sets, 2, async ({ body, rows }) => {
    const { record_ids } = await client.post<{ record_ids: string[] }>(
      "/api/v1/records",
      body,
    );
    record_ids.forEach((id, i) => truth.set(id, categoryOf(rows[i]!)));
  });
  await until(() => outboxIsEmpty(sql, tenantId));
  await decideAll(client, truth);
  for (const rule of rulesOver(learned, categoryOf, rules)) {
    await client.post("/api/v1/rules", JSON.stringify(rule));
  }
  await until(() => outboxIsEmpty(sql, tenantId));
}

async function decideAll(
  client: Client,
  truth: ReadonlyMap<string, string>,
): Promise<void> {
  const decisions: unknown[] = [];
  for (let cursor: string | null = ""; cursor !== null;) {
    const page: {
      data: { id: string; record: { id: string } }[];
      next_cursor: string | null;
    } = await client.get(
      `/api/v1/approvals?limit=${PAGE}${cursor && `&cursor=${cursor}`}`,
    );
    for (const { id, record } of page.data) {
      decisions.push({
        approval_id: id,
        verdict: "override",
        category_id: truth.get(record.id),
      });
    }
    cursor = page.next_cursor;
  }
  for (let i = 0; i < decisions.length; i += DECISIONS) {
    const { refused } = await client.post<{ refused: unknown[] }>(
      "/api/v1/approvals/decide-many",
      JSON.stringify({ decisions: decisions.slice(i, i + DECISIONS) }),
    );
    if (refused.length > 0) throw new Error(JSON.stringify(refused[0]));
  }
}

/** Rules over descriptions, frequent and rare ones: some win, most are tried in vain, as with real rule sets. */
function rulesOver(
  rows: readonly DemoRow[],
  categoryOf: (row: DemoRow) => string,
  count: number,
): readonly unknown[] {
  const groups = [...Map.groupBy(rows, (row) => row.description)]
    .sort(([, a], [, b]) => b.length - a.length);
  const every = Math.max(1, Math.floor(groups.length / count));
  return Array.from({ length: count }, (_, i) => {
    const [description, same] = groups[(i * every) % groups.length]!;
    return {
      name: `rule ${i}`,
      when: {
        field: "description",
        op: i % 2 === 0 ? "equals" : "contains",
        value: description,
      },
      then: { category_id: categoryOf(same[0]!) },
    };
  });
}
