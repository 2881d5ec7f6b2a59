import { subjectNames } from "../../../../src/events/subject.ts";
import type { Action } from "../../../../src/tenancy/access.ts";

/** What things are called, and where their pages are and what these need. */
const PAGES: Readonly<
  Record<string, readonly [label: string, at: string | null, action: Action]>
> = {
  api_key: ["API key", "members/keys", "api_keys.read"],
  approval: ["Item", "review", "approvals.read"],
  backtest: ["Back-test", "rules/backtests", "rules.read"],
  category: ["Category", "settings/categories", "categories.write"],
  conflict: ["Conflict", null, "records.read"],
  connection: ["Connection", "connections", "connections.read"],
  csv_mapping: ["Mapping of columns", "connections/columns", "records.read"],
  dead_letter: ["Dead letter", "dead-letters", "dead_letters.read"],
  decision: ["Decision", null, "approvals.read"],
  delivery: ["Delivery", null, "records.read"],
  endpoint: ["Webhook", "settings/endpoints", "notifications.read"],
  import: ["Import", null, "records.read"],
  invitation: ["Invitation", null, "members.read"],
  mapping: ["Mapping", null, "connections.read"],
  member: ["Member", "members", "members.write"],
  payload: ["Payload", "connections/payloads", "connections.read"],
  queue: ["Review queue", "review/queues", "review_queues.write"],
  receipt: ["Receipt", "receipts", "receipts.read"],
  record: ["Record", "records", "records.read"],
  report: ["Report", "reports", "reports.read"],
  rule: ["Rule", "rules", "rules.read"],
  run: ["Run of rules", "rules/runs", "rules.read"],
  schedule: ["Schedule", "reports/schedules", "reports.read"],
  suggestion: ["Suggested rule", null, "rules.read"],
};

/** What the thing with that id is called, and its page where it has one that the reader may open. */
export function subjectPage(
  id: string,
  may: (action: Action) => boolean,
): { readonly label: string; readonly href: string | null } | null {
  const called = subjectNames(id)?.one.slice(0, -"_id".length);
  const page = called === undefined ? undefined : PAGES[called];
  if (!page) return null;
  const [label, at, action] = page;
  return {
    label,
    href: at !== null && may(action) ? `/console/${at}/${id}` : null,
  };
}
