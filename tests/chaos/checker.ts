import { type ApiClient, pages } from "../../src/main/demo/api_client.ts";
import type { Ledger } from "./ledger.ts";
import { patientApi } from "./patient_api.ts";

/** What is wrong with one tenant's data. */
export interface Verdict {
  /** Accepted records that are not there, and effects of records that are: an event or an approval that is missing. */
  readonly lost: number;
  /** Records, events of a record and approvals of a record that are there more than once, or for no record at all. */
  readonly duplicated: number;
  /** Records that are not processed, and deliveries that were not taken in. */
  readonly stuck: number;
  /** Whether the service finds its log whole, and the numbers in it run 1, 2, 3 … */
  readonly chain_ok: boolean;
  /** Up to 20 examples of what is wrong. */
  readonly examples: readonly string[];
  /** Of each event type, how many there are. */
  readonly events: Readonly<Record<string, number>>;
}

interface RecordRow {
  readonly id: string;
  readonly external_id: string;
  readonly status: string;
  readonly outcome: "auto" | "needs_review" | null;
}
interface EventRow {
  readonly seq: number;
  readonly type: string;
  readonly payload: { readonly record_id?: string };
}
interface ApprovalRow {
  readonly record: { readonly id: string };
}

const EXAMPLES_MAX = 20;

/** Reads everything of a tenant over HTTP and holds it against the ledger. */
export async function check(
  address: string,
  key: string,
  { tenant, accepted, deliveries }: Ledger,
): Promise<Verdict> {
  const api = patientApi(address, key);
  const records = await all<RecordRow>(api, "/api/v1/records?limit=200");
  const events = await all<EventRow>(api, "/api/v1/events?limit=200");
  const approvals = await all<ApprovalRow>(api, "/api/v1/approvals?limit=200");
  const { waiting } = await api.get<{ waiting: number }>(
    "/api/v1/approvals?limit=1",
  );
  const chain = await api.get<{ ok: boolean; seq: number }>(
    "/api/v1/events/verify",
  );
  const examples: string[] = [];
  const count = (what: string, of: readonly string[]) => {
    examples.push(...of.map((one) => `${tenant}: ${one} ${what}`));
    return of.length;
  };

  const ids = records.map(({ id }) => id);
  const review = records.filter(({ outcome }) => outcome === "needs_review");
  // An audit looks like the others while it waits: its record tells.
  const settled = new Set(
    records.filter(({ outcome }) => outcome === "auto").map(({ id }) => id),
  );
  const processed = records.filter(({ status }) => status === "processed");
  const recordsOf = (type: string) =>
    events.filter((event) => event.type === type)
      .map(({ payload }) => payload.record_id!);
  // Each list beside the one that it must equal, whatever the order.
  const pairs: readonly [string, readonly string[], readonly string[]][] = [
    ["record", [...accepted], records.map((record) => record.external_id)],
    ["INGESTED event", ids, recordsOf("INGESTED")],
    [
      "PROCESSED event",
      processed.map(({ id }) => id),
      recordsOf("PROCESSED"),
    ],
    [
      "waiting approval",
      review.map(({ id }) => id),
      approvals.filter(({ record }) => !settled.has(record.id))
        .map(({ record }) => record.id),
    ],
  ];
  let lost = 0;
  let duplicated = 0;
  for (const [what, wanted, found] of pairs) {
    lost += count(`has no ${what}`, without(wanted, found));
    duplicated += count(`has one ${what} too many`, without(found, wanted));
  }
  if (waiting !== approvals.length) {
    duplicated += count(`approvals wait and ${approvals.length} are listed`, [
      `${waiting}`,
    ]);
  }
  const open: string[] = [];
  for (const id of deliveries) {
    const { status } = await api.get<{ status: string }>(
      `/api/v1/deliveries/${id}`,
    );
    if (status !== "taken_in") open.push(`${id} (${status})`);
  }
  const stuck = count("was not taken in", open) + count(
    "is not processed",
    records.filter(({ status }) => status !== "processed")
      .map(({ external_id, status }) => `${external_id} (${status})`),
  );
  const gaps = events.filter(({ seq }, i) => seq !== i + 1);
  const chainOk = chain.ok && chain.seq === events.length && gaps.length === 0;
  if (!chainOk) count(JSON.stringify(chain), ["the chain"]);
  return {
    lost,
    duplicated,
    stuck,
    chain_ok: chainOk,
    examples: examples.slice(0, EXAMPLES_MAX),
    events: Object.fromEntries(
      [...Map.groupBy(events, ({ type }) => type)]
        .map(([type, some]) => [type, some.length]),
    ),
  };
}

/** What `items` has that `others` has not, each as often as it is there too often. */
function without(
  items: readonly string[],
  others: readonly string[],
): string[] {
  const left = new Map<string, number>();
  for (const one of others) left.set(one, (left.get(one) ?? 0) + 1);
  return items.filter((one) => {
    const there = left.get(one) ?? 0;
    left.set(one, there - 1);
    return there <= 0;
  });
}

async function all<T>(api: ApiClient, path: string): Promise<T[]> {
  const rows: T[] = [];
  for await (const page of pages<T>(api, path)) rows.push(...page);
  return rows;
}
