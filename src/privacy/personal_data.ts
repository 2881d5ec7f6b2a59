import { type Held, NOTHING, TENANT_LONG } from "./held.ts";
import { HELD_OF_BILLING } from "./held_of_billing.ts";
import { HELD_OF_CONNECTIONS } from "./held_of_connections.ts";
import { HELD_OF_RECEIPTS } from "./held_of_receipts.ts";
import { HELD_OF_NOTIFICATIONS } from "./held_of_notifications.ts";
import { HELD_OF_REPORTS } from "./held_of_reports.ts";
import { HELD_OF_RECORDS } from "./held_of_records.ts";

/** The register: every table of the database. A test holds it against the database's own catalogue. */
export const REGISTER: Readonly<Record<string, Held>> = {
  ...HELD_OF_RECORDS,
  ...HELD_OF_CONNECTIONS,
  ...HELD_OF_RECEIPTS,
  ...HELD_OF_REPORTS,
  tenants: {
    of: "the company",
    personal: "name settings",
    plain: "id version created_at erased_at",
    kept: TENANT_LONG,
    erased: "with the tenant: the name; the row stays",
  },
  members: {
    of: "members",
    personal: "email name",
    plain: "tenant_id id version role created_at removed_at session_epoch",
    kept: "as long as the tenant; erased on request once they left",
    erased: "both become `erased`; the id stays",
  },
  invitations: {
    of: "people who were asked to join",
    personal: "email",
    secret: "code_hash",
    plain:
      "tenant_id id version role invited_by created_at expires_at accepted_by accepted_at revoked_at",
    kept: "`invitations_days` after their time",
    erased: "with the member: the address becomes `erased`",
  },
  external_organisations: {
    of: "the company",
    personal: "named",
    plain: "tenant_id id version linked_at ended",
    kept: TENANT_LONG,
    erased: NOTHING,
  },
  external_members: {
    of: "members whom an identity provider keeps",
    personal: "profile memberships",
    plain: "tenant_id id version member_id vouched",
    kept: TENANT_LONG,
    erased:
      "names and addresses go; the provider's id stays, so that who left stays out",
  },
  external_users: {
    of: "users of an identity provider, of no tenant",
    personal: "profile",
    plain: "id",
    kept: "until the provider deletes the user",
    erased: "nothing by itself: delete the user at the provider; the id stays",
  },
  ended_sessions: {
    of: null,
    personal: "",
    plain: "tenant_id id member_id expires_at",
    kept: "until the session would have expired",
    erased: NOTHING,
  },
  api_keys: {
    of: "members, where a key is named after one",
    personal: "name source_agent",
    secret: "secret_hash hint",
    plain:
      "tenant_id id version role scopes created_at expires_at revoked_at replaces replaced_by",
    kept: TENANT_LONG,
    erased: "nothing: revoke it and make another",
  },
  api_key_uses: {
    of: null,
    personal: "",
    plain: "tenant_id api_key_id last_used_at",
    kept: TENANT_LONG,
    erased: NOTHING,
  },
  categories: {
    of: null,
    personal: "name",
    plain: "tenant_id id version parent_id archived_at created_at",
    kept: TENANT_LONG,
    erased: "nothing: rename it",
  },
  embedders_in_use: {
    of: null,
    personal: "",
    plain: "tenant_id serving coming changed_at",
    kept: TENANT_LONG,
    erased: NOTHING,
  },
  model_calls: {
    of: null,
    personal: "",
    plain:
      "tenant_id id month at provider model records tokens_most micros_most ended_at outcome input_tokens output_tokens micros",
    kept: TENANT_LONG,
    erased: NOTHING,
  },
  model_months: {
    of: null,
    personal: "",
    plain:
      "tenant_id month tokens micros calls answered failed cached tokens_limit_met micros_limit_met tokens_limit_near micros_limit_near",
    kept: TENANT_LONG,
    erased: NOTHING,
  },
  proposal_outcomes: {
    of: null,
    personal: "",
    plain:
      "tenant_id record_id source proposed decided was_right score learned settled inclusion among_candidates decided_at",
    kept: TENANT_LONG,
    erased: NOTHING,
  },
  source_trust: {
    of: null,
    personal: "",
    plain: "tenant_id source distrusted_before dropped_at",
    kept: TENANT_LONG,
    erased: NOTHING,
  },
  rule_sets: {
    of: null,
    personal: "",
    plain: "tenant_id version set_at",
    kept: TENANT_LONG,
    erased: NOTHING,
  },
  rule_versions: {
    of: "people whom a rule names",
    personal: "name when then origin",
    plain:
      "tenant_id rule_id set_from set_to position version enabled continue",
    kept: TENANT_LONG,
    erased: "nothing by itself: see [rules](#rules-that-name-a-person)",
  },
  rule_hits: {
    of: null,
    personal: "",
    plain: "tenant_id rule_id hits last_hit_at",
    kept: TENANT_LONG,
    erased: NOTHING,
  },
  rule_overrides: {
    of: null,
    personal: "",
    plain: "tenant_id id version rule_version total marks flagged_at",
    kept: TENANT_LONG,
    erased: NOTHING,
  },
  rule_dismissals: {
    of: "members, by id",
    personal: "",
    plain: "tenant_id id version dismissed_at dismissed_by",
    kept: TENANT_LONG,
    erased: "ids of members stay",
  },
  rule_backtests: {
    of: "people whom a rule names",
    personal: "changes filter report",
    plain:
      "tenant_id id version created_at created_by ruleset_version state scanned_to ended_at activated_at",
    kept: TENANT_LONG,
    erased: "nothing by itself: see [rules](#rules-that-name-a-person)",
  },
  rule_runs: {
    of: "people whom a filter names",
    personal: "filter",
    plain:
      "tenant_id id version created_at created_by rule_id backtest_id ruleset_version state scanned_to counts ended_at undone_by",
    kept: TENANT_LONG,
    erased: "nothing by itself: see [rules](#rules-that-name-a-person)",
  },
  ...HELD_OF_NOTIFICATIONS,
  ...HELD_OF_BILLING,
  events: {
    of: "people in records; members as `actor`",
    personal: "payload source_agent",
    plain: "tenant_id seq type occurred_at actor salt payload_hash hash",
    kept: "for ever: the log is the proof",
    erased:
      'payloads with texts become `{"erased": true}`, and the chain still verifies; with the tenant all of them do',
  },
  event_heads: {
    of: null,
    personal: "",
    plain: "tenant_id seq hash",
    kept: "for ever",
    erased: NOTHING,
  },
  outbox: {
    of: null,
    personal: "",
    plain:
      "tenant_id id position queue task created_at taken_at records due_at traceparent",
    kept: "until the job is done",
    erased: NOTHING,
  },
  schema_migrations: {
    of: null,
    personal: "",
    plain: "file checksum applied_at",
    kept: "for ever",
    erased: NOTHING,
  },
};

/** The columns of a table that the register knows. */
export function columnsOf(table: string): readonly string[] {
  const held = REGISTER[table];
  if (held === undefined) return [];
  return [held.personal, held.secret ?? "", held.plain]
    .flatMap((columns) => columns.split(" ")).filter((column) => column !== "");
}

/** Whether a column lets somebody in. */
export function isSecret(table: string, column: string): boolean {
  return (REGISTER[table]?.secret ?? "").split(" ").includes(column);
}

/** The register as the table in docs/privacy.md. */
export function registerAsMarkdown(): string {
  const code = (columns: string) =>
    columns.split(" ").map((column) => `\`${column}\``).join(", ");
  const rows = Object.entries(REGISTER)
    .filter(([, held]) => held.of !== null)
    .map(([table, { of, personal, kept, erased }]) =>
      `| \`${table}\` | ${of} | ${
        personal === "" ? "—" : code(personal)
      } | ${kept} | ${erased} |`
    );
  return [
    "| table | whose | columns | kept | erasing a person |",
    "| --- | --- | --- | --- | --- |",
    ...rows,
  ].join("\n");
}
