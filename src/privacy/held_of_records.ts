import { type Held, NOTHING, TENANT_LONG } from "./held.ts";

const RECORDS = "people in records";

/** The tables in which people stand because records mention them. */
export const HELD_OF_RECORDS: Readonly<Record<string, Held>> = {
  records: {
    of: RECORDS,
    personal:
      "external_id description counterparty attributes search_text fingerprint settled_by_person reasoning_trace raw",
    plain:
      "tenant_id id version connection_id received_at occurred_at amount_minor currency status outcome category_id source confidence",
    kept: "as long as the tenant; `raw` for `raw_payloads_days`",
    erased:
      "texts become `erased` or empty; the trace keeps its numbers; the external id goes where asked",
  },
  record_traces: {
    of: RECORDS,
    personal: "trace",
    plain: "tenant_id record_id version replaced_at",
    kept: TENANT_LONG,
    erased: "quotes, notes and texts set by rules go; the numbers stay",
  },
  record_conflicts: {
    of: RECORDS,
    personal: "fingerprint external_id content raw",
    plain:
      "tenant_id id record_id received_at pending reasons resolved_at resolved_by verdict made_record_id",
    kept: "as long as the tenant; `raw` for `raw_payloads_days`",
    erased:
      "texts become `erased` or empty; the external id goes where asked; ids of members stay",
  },
  record_aliases: {
    of: RECORDS,
    personal: "external_id fingerprints",
    plain: "tenant_id connection_id record_id guessed",
    kept: TENANT_LONG,
    erased: "fingerprints go; removed where the external id is to go",
  },
  pending_records: {
    of: null,
    personal: "",
    plain: "tenant_id record_id connection_id",
    kept: "until the record is booked",
    erased: NOTHING,
  },
  deliveries: {
    of: RECORDS,
    personal: "drafts intake",
    plain: "tenant_id id version received_at failed_at",
    kept: "`deliveries_days` once taken in",
    erased:
      "the record's texts become `erased`; its external id goes where asked",
  },
  payloads: {
    of: RECORDS,
    personal: "external_id sha256 body failure",
    plain:
      "tenant_id id version connection_id received_at state mapping_number record_ids",
    kept: "as long as the tenant; `body` for `raw_payloads_days`",
    erased:
      "of payloads that became one of the records: the body goes, the hash stays, so that a repeat is known; the external id goes where asked",
  },
  imports: {
    of: RECORDS,
    personal: "file failure",
    plain:
      "tenant_id id version created_at created_by connection_id asked mapping_id format state row_at counts ended_at",
    kept: "as long as the tenant; the file itself until it is taken in",
    erased: "nothing by itself: name files after no person",
  },
  import_remarks: {
    of: null,
    personal: "",
    plain: "tenant_id import_id place line kind field detail",
    kept: TENANT_LONG,
    erased: NOTHING,
  },
  csv_mappings: {
    of: null,
    personal: "name terms",
    plain: "tenant_id id version number created_at created_by",
    kept: TENANT_LONG,
    erased: "nothing: columns are no persons",
  },
  approvals: {
    of: `${RECORDS}; members as \`decided_by\``,
    personal: "note alike_key",
    plain:
      "tenant_id id version record_id suggestion because confidence inclusion created_at lease_by lease_until lease_token state verdicts verdict category_id decided_by decision_id ended_at assigned_to connection_id amount_minor currency stake shown_because shown_confidence",
    kept: TENANT_LONG,
    erased:
      "the note becomes `erased`, the key that hashes the text goes; ids of members stay",
  },
  approval_history: {
    of: `${RECORDS}; members as \`by\` and \`member_id\``,
    personal: "text",
    plain:
      "tenant_id id approval_id record_id kind at by verdict category_id member_id decision_id",
    kept: TENANT_LONG,
    erased: "comments and notes become `erased`; ids of members stay",
  },
  decisions: {
    of: "members as `by`",
    personal: "",
    plain: "tenant_id id at by",
    kept: TENANT_LONG,
    erased: "ids of members stay",
  },
  decision_items: {
    of: "members, by id",
    personal: "",
    plain:
      "tenant_id decision_id approval_id record_id record_version before undone_at undone_by",
    kept: TENANT_LONG,
    erased: "ids of members stay; no text is in it",
  },
  review_queues: {
    of: "members as `assignees`",
    personal: "name",
    plain:
      "tenant_id id version position conditions assignees sla_hours created_at removed_at",
    kept: TENANT_LONG,
    erased: "nothing: rename it; ids of members stay",
  },
  examples: {
    of: RECORDS,
    personal: "",
    plain: "tenant_id record_id category_id decided_at",
    kept: "as long as the record has the category",
    erased: "removed: an erased record teaches nothing",
  },
  example_keys: {
    of: RECORDS,
    personal: "key",
    plain: "tenant_id record_id category_id decided_at",
    kept: "as long as the example",
    erased: "removed",
  },
  example_texts: {
    of: RECORDS,
    personal: "text_key text",
    plain: "tenant_id",
    kept: TENANT_LONG,
    erased: "removed, as every text that no example has any more",
  },
  example_rejections: {
    of: RECORDS,
    personal: "text_key",
    plain: "tenant_id category_id record_id rejected_at",
    kept: TENANT_LONG,
    erased: "removed, unless another record has the same text",
  },
  text_vectors: {
    of: RECORDS,
    personal: "text_key vector",
    plain: "tenant_id embedder position live",
    kept:
      "as long as its embedder serves; of texts that no example has, the latest",
    erased: "removed, as every vector whose text no example has",
  },
  learned: {
    of: RECORDS,
    personal: "bytes",
    plain: "tenant_id version at examples state claimed_at",
    kept: "until learned anew",
    erased:
      "nothing: weights of hashed letters, which hold no text; what is learned next lacks the record",
  },
  model_answers: {
    of: RECORDS,
    personal: "key rationale",
    plain: "tenant_id category_id raw_confidence input_tokens output_tokens at",
    kept: "`model_answers_days`",
    erased: "removed where the record's trace has the same rationale",
  },
  rule_diffs: {
    of: RECORDS,
    personal: "changes undo",
    plain: "tenant_id owner_id record_id record_version becomes",
    kept: TENANT_LONG,
    erased: "all but the decision goes: no undo brings a text back",
  },
  dead_letters: {
    of: RECORDS,
    personal: "reason",
    plain:
      "tenant_id id job_id queue task attempts died_at error_class first_failed_at traceparent replayed_at",
    kept: "`dead_letters_days` once replayed",
    erased: "the reason, which an error worded, becomes `erased`",
  },
  inbox: {
    of: `${RECORDS}; members`,
    personal: "key fingerprint answer",
    plain: "tenant_id claimed_at",
    kept: "`idempotency_days`",
    erased:
      "removed where the answer names the record, the member, or a report, schedule, receipt or payload that lost something, and where it quotes them: a name, a counterparty, a description, in an answer or in the sender's key",
  },
};
