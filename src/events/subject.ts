import type { JsonObject } from "../kernel/json.ts";
import type { Fact } from "./fact.ts";

/** The members of a payload that hold an id. */
type Ids<P> = P extends unknown ? Extract<keyof P, `${string}_id`> : never;

/** These are of things that have no page and no history of their own here, or go by another name besides. */
type Aside = "external_id" | "job_id" | "made_record_id" | "subject_id";

/** The members of payloads that say what an event is about, with the prefix of the ids there. Several have an `s` behind. */
const PREFIXES: Readonly<Record<Exclude<Ids<Fact["payload"]>, Aside>, string>> =
  {
    api_key_id: "key",
    approval_id: "apr",
    backtest_id: "bkt",
    category_id: "cat",
    conflict_id: "cfl",
    connection_id: "con",
    csv_mapping_id: "cmp",
    dead_letter_id: "dlt",
    decision_id: "dcn",
    delivery_id: "dlv",
    endpoint_id: "nep",
    import_id: "imp",
    invitation_id: "inv",
    mapping_id: "map",
    member_id: "usr",
    payload_id: "pay",
    queue_id: "que",
    receipt_id: "rcp",
    record_id: "rec",
    report_id: "rpt",
    rule_id: "rule",
    run_id: "run",
    schedule_id: "rps",
    suggestion_id: "sug",
  };

/** Under which names a payload has the id of what its event is about; null: no event is about such a thing. */
export function subjectNames(
  id: string,
): { readonly one: string; readonly many: string } | null {
  const found = Object.entries(PREFIXES)
    .find(([, prefix]) => id.startsWith(`${prefix}_`));
  return found ? { one: found[0], many: `${found[0]}s` } : null;
}

/** Whether an event with this payload is about the thing with that id, among others perhaps. */
export function isAbout(payload: JsonObject, id: string): boolean {
  const names = subjectNames(id);
  if (names === null) return false;
  const many = payload[names.many];
  return payload[names.one] === id || payload["subject_id"] === id ||
    (Array.isArray(many) && many.includes(id));
}
