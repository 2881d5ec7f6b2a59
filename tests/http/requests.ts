import type { Seeded } from "./seeded.ts";

/** A request that names what `Seeded` has wherever it can name anything. */
export interface Sample {
  readonly id?: string;
  readonly query?: string;
  readonly body?: unknown;
  /** Of a body that is not JSON. */
  readonly contentType?: string;
  /** The status for a tenant in which none of these ids is; 404 where the path holds one. */
  readonly foreign: number;
  /** The status for the tenant that has them, where it is not a success: permission is not what it fails for. */
  readonly own?: number;
}

/** Of nobody: nothing that can be asked for makes a dead letter. tests/contract shows that they stay apart. */
const DLT = "dlt_01kx2m6v9dfk3tqz8w5y7r4b1c";

/** Of nobody: nothing was decided. */
const DCN = "dcn_01kx2m6v9dfk3tqz8w5y7r4b1c";

/** Of nobody: one record is not enough to suggest a rule from. */
const SUG = "sug_01kx2m6v9dfk3tqz8w5y7r4b1c";

/** A good request of every operation of the API, by `method path`. */
export function requestsFor(ids: Seeded): Readonly<Record<string, Sample>> {
  const {
    cat,
    con,
    pay,
    rec,
    rcp,
    cfl,
    dlv,
    imp,
    cmp,
    rule,
    bkt,
    run,
    apr,
    alk,
    que,
    usr,
    inv,
    key,
    nep,
    ntd,
    rpt,
    rps,
  } = ids;
  const draft = {
    name: "a draft",
    when: { field: "connection", op: "equals", value: con },
    then: { category_id: cat },
  };
  const record = {
    external_id: "walk",
    description: "walked",
    connection_id: con,
  };
  const found = { foreign: 200 };
  const unsold = { foreign: 409, own: 409 };
  return {
    "post /api/v1/records": { body: { records: [record] }, foreign: 422 },
    "get /api/v1/records": {
      query: `?category=${cat}&connection=${con}&cursor=${cursorOf(rec)}`,
      ...found,
    },
    "get /api/v1/records/{id}": { id: rec, foreign: 404 },
    "patch /api/v1/records/{id}": {
      id: rec,
      body: { category_id: cat },
      foreign: 404,
    },
    "get /api/v1/records/{id}/explain": { id: rec, foreign: 404 },
    "post /api/v1/records/reprocess": {
      body: { record_ids: [rec] },
      foreign: 202,
    },
    "get /api/v1/conflicts": {
      query: `?connection_id=${con}&cursor=${cursorOf(cfl)}`,
      ...found,
    },
    "get /api/v1/conflicts/{id}": { id: cfl, foreign: 404 },
    "post /api/v1/conflicts/{id}/resolve": {
      id: cfl,
      body: { verdict: "both" },
      foreign: 404,
    },
    "post /api/v1/receipts": {
      query: `?record_id=${rec}&file_name=walked.pdf`,
      body: `%PDF-1.7 walked ${rec}`,
      contentType: "application/pdf",
      foreign: 422,
    },
    // The address is a reserved one, which nobody answers.
    "post /api/v1/receipts/from-url": {
      body: { url: "https://192.0.2.1/walked.pdf", record_id: rec },
      foreign: 422,
      own: 422,
    },
    "post /api/v1/receipts/upload-link": {
      body: {
        bytes: 1,
        sha256: "0".repeat(64),
        content_type: "application/pdf",
      },
      foreign: 409,
      own: 409,
    },
    "post /api/v1/receipts/complete": {
      body: { upload_id: "upl_01kx2m6v9dfk3tqz8w5y7r4b1c", record_id: rec },
      foreign: 404,
      own: 404,
    },
    "get /api/v1/receipts": {
      query: `?record_id=${rec}&cursor=${cursorOf(rcp)}`,
      ...found,
    },
    "get /api/v1/receipts/{id}": { id: rcp, foreign: 404 },
    "patch /api/v1/receipts/{id}": {
      id: rcp,
      body: { attach: [rec] },
      foreign: 404,
    },
    "get /api/v1/receipts/{id}/proposals": { id: rcp, foreign: 404 },
    "get /api/v1/receipts/{id}/link": { id: rcp, foreign: 404 },
    "delete /api/v1/receipts/{id}": { id: rcp, foreign: 404 },
    "post /api/v1/reports": {
      body: {
        kind: "spend",
        filters: { category_id: cat, connection_id: con },
        from: "2026-03-01",
        to: "2026-04-01",
      },
      foreign: 422,
    },
    "get /api/v1/reports": {
      query: `?schedule_id=${rps}&cursor=${cursorOf(rpt)}`,
      ...found,
    },
    "get /api/v1/reports/{id}": { id: rpt, foreign: 404 },
    "post /api/v1/reports/{id}/formats": {
      id: rpt,
      body: { formats: ["html"] },
      foreign: 404,
    },
    "get /api/v1/reports/{id}/download": {
      id: rpt,
      query: "?format=csv",
      foreign: 404,
    },
    "get /api/v1/reports/{id}/link": { id: rpt, foreign: 404 },
    "post /api/v1/reports/{id}/cancel": { id: rpt, foreign: 404, own: 409 },
    "post /api/v1/report-schedules": {
      body: {
        name: "walked",
        cron: "0 7 * * 1",
        covers: "previous_week",
        report: { kind: "spend", filters: { category_id: cat } },
      },
      foreign: 422,
    },
    "get /api/v1/report-schedules": {
      query: `?cursor=${cursorOf(rps)}`,
      ...found,
    },
    "get /api/v1/report-schedules/{id}": { id: rps, foreign: 404 },
    "patch /api/v1/report-schedules/{id}": {
      id: rps,
      body: { paused: true },
      foreign: 404,
    },
    "delete /api/v1/report-schedules/{id}": { id: rps, foreign: 404 },
    "get /api/v1/deliveries/{id}": { id: dlv, foreign: 404 },
    "post /api/v1/deliveries/{id}/retry": {
      id: dlv,
      foreign: 404,
      own: 409,
    },
    "post /api/v1/records/import": {
      query: `?connection_id=${con}&mapping_id=${cmp}`,
      body: "date,amount,description\n2026-03-01,-1.00,walked\n",
      foreign: 422,
    },
    "post /api/v1/records/import/preview": {
      query: `?mapping_id=${cmp}`,
      body: "date,amount,description\n2026-03-01,-1.00,walked\n",
      foreign: 422,
    },
    "get /api/v1/imports": { query: `?cursor=${cursorOf(imp)}`, ...found },
    "get /api/v1/imports/{id}": { id: imp, foreign: 404 },
    "get /api/v1/imports/{id}/bad-rows": { id: imp, foreign: 404 },
    "post /api/v1/import-mappings": {
      body: {
        name: "walked",
        date: "date",
        amount: "amount",
        description: ["description"],
      },
      foreign: 201,
    },
    "get /api/v1/import-mappings": {
      query: `?cursor=${cursorOf(cmp)}`,
      ...found,
    },
    "get /api/v1/import-mappings/{id}": { id: cmp, foreign: 404 },
    "post /api/v1/categories": {
      body: { name: "walked", parent_id: cat },
      foreign: 422,
    },
    "get /api/v1/categories": { query: `?cursor=${cursorOf(cat)}`, ...found },
    "get /api/v1/categories/{id}": { id: cat, foreign: 404 },
    "patch /api/v1/categories/{id}": {
      id: cat,
      body: { name: "walked" },
      foreign: 404,
    },
    "post /api/v1/rules": { body: draft, foreign: 422 },
    "get /api/v1/rules": { query: `?cursor=${cursorOf(rule)}`, foreign: 422 },
    "put /api/v1/rules/order": { body: { rule_ids: [rule] }, foreign: 422 },
    "post /api/v1/rules/test": {
      body: { record_id: rec, rule: draft },
      foreign: 404,
    },
    "get /api/v1/rules/export": { query: "?format=yaml", ...found },
    "post /api/v1/rules/import": {
      query: "?dry_run=true",
      body: { version: 1, rules: [{ id: rule, ...draft }] },
      foreign: 422,
    },
    "get /api/v1/rules/overlaps": { query: "?days=30&limit=5", ...found },
    "get /api/v1/rules/suggestions": found,
    "post /api/v1/rules/suggestions/{id}/accept": {
      id: SUG,
      foreign: 404,
      own: 404,
    },
    "post /api/v1/rules/suggestions/{id}/dismiss": { id: SUG, foreign: 204 },
    "post /api/v1/rules/backtest": {
      body: { changes: [{ op: "remove", rule_id: rule }] },
      foreign: 422,
    },
    "get /api/v1/rules/backtests": {
      query: `?cursor=${cursorOf(bkt)}`,
      ...found,
    },
    "get /api/v1/rules/backtests/{id}": { id: bkt, foreign: 404 },
    "get /api/v1/rules/backtests/{id}/changes": {
      id: bkt,
      query: `?cursor=${cursorOf(rec)}`,
      foreign: 404,
    },
    "post /api/v1/rules/backtests/{id}/activate": {
      id: bkt,
      body: {},
      foreign: 404,
    },
    "post /api/v1/rules/{id}/apply": { id: rule, body: {}, foreign: 404 },
    "get /api/v1/rules/runs": { query: `?cursor=${cursorOf(run)}`, ...found },
    "get /api/v1/rules/runs/{id}": { id: run, foreign: 404 },
    "get /api/v1/rules/runs/{id}/changes": {
      id: run,
      query: `?cursor=${cursorOf(rec)}`,
      foreign: 404,
    },
    "post /api/v1/rules/runs/{id}/undo": { id: run, foreign: 404 },
    "get /api/v1/rules/{id}": { id: rule, foreign: 404 },
    "get /api/v1/rules/{id}/versions": { id: rule, foreign: 404 },
    "patch /api/v1/rules/{id}": {
      id: rule,
      body: { then: { category_id: cat } },
      foreign: 404,
    },
    "delete /api/v1/rules/{id}": { id: rule, foreign: 404 },
    "get /api/v1/approvals": { query: `?cursor=${cursorOf(apr)}`, ...found },
    "get /api/v1/approvals/{id}": { id: apr, foreign: 404 },
    "post /api/v1/approvals/claim": { body: { limit: 200 }, ...found },
    "post /api/v1/approvals/{id}/decide": {
      id: apr,
      body: { verdict: "override", category_id: cat },
      foreign: 404,
    },
    "post /api/v1/approvals/decide-many": {
      body: {
        decisions: [
          { approval_id: apr, verdict: "override", category_id: cat },
        ],
      },
      ...found,
    },
    "get /api/v1/approvals/groups": { query: `?queue=${que}`, foreign: 404 },
    "get /api/v1/approvals/groups/{id}": { id: alk, foreign: 404 },
    "post /api/v1/approvals/groups/decide": {
      body: {
        items: [{ approval_id: apr }],
        verdict: "override",
        category_id: cat,
      },
      foreign: 409,
    },
    "post /api/v1/approvals/next": { body: { except: [apr] }, ...found },
    "post /api/v1/approvals/renew": {
      body: { leases: [{ approval_id: apr, token: 1 }] },
      ...found,
    },
    "post /api/v1/approvals/release": {
      body: { leases: [{ approval_id: apr, token: 1 }] },
      ...found,
    },
    "post /api/v1/approvals/assign": {
      body: { approval_ids: [apr], member_id: null },
      ...found,
    },
    // A key is no member.
    "post /api/v1/approvals/take": {
      body: { approval_ids: [apr] },
      foreign: 422,
      own: 422,
    },
    "post /api/v1/approvals/{id}/comments": {
      id: apr,
      body: { text: "walked" },
      foreign: 404,
    },
    "get /api/v1/approvals/{id}/history": { id: apr, foreign: 404 },
    "post /api/v1/approvals/{id}/undo": { id: apr, foreign: 404, own: 409 },
    "post /api/v1/approvals/decisions/{id}/undo": {
      id: DCN,
      foreign: 404,
      own: 404,
    },
    "get /api/v1/review-queues": found,
    "post /api/v1/review-queues": {
      body: {
        name: "walked",
        conditions: { category_ids: [cat], connection_ids: [con] },
      },
      foreign: 422,
    },
    "put /api/v1/review-queues/order": {
      body: { queue_ids: [que] },
      foreign: 422,
    },
    "patch /api/v1/review-queues/{id}": {
      id: que,
      body: { conditions: { category_ids: [cat] } },
      foreign: 404,
    },
    "delete /api/v1/review-queues/{id}": { id: que, foreign: 404 },
    "get /api/v1/quality": { query: "?from=2026-01-01", ...found },
    "get /api/v1/events": { query: "?after=1", ...found },
    "get /api/v1/events/verify": found,
    "get /api/v1/events/checkpoint": found,
    "get /api/v1/events/export": { query: "?after=1", ...found },
    "get /api/events": { query: "?after=1", ...found },
    "get /api/events/verify": found,
    "get /api/events/checkpoint": found,
    "get /api/events/export": { query: "?after=1", ...found },
    "get /api/v1/dead-letters": { query: `?cursor=${cursorOf(DLT)}`, ...found },
    "get /api/v1/dead-letters/{id}": { id: DLT, foreign: 404, own: 404 },
    "post /api/v1/dead-letters/replay": {
      body: { filter: { ids: [DLT] } },
      foreign: 202,
    },
    "post /api/v1/connections": { body: { name: "walked" }, foreign: 201 },
    "get /api/v1/connections": { query: `?cursor=${cursorOf(con)}`, ...found },
    "get /api/v1/connections/{id}": { id: con, foreign: 404 },
    "patch /api/v1/connections/{id}": {
      id: con,
      body: { name: "walked" },
      foreign: 404,
    },
    "post /api/v1/connections/{id}/rotate-secret": {
      id: con,
      body: {},
      foreign: 404,
    },
    "get /api/v1/connections/{id}/health": { id: con, foreign: 404 },
    "post /api/v1/connections/{id}/pause": { id: con, foreign: 404 },
    "post /api/v1/connections/{id}/resume": { id: con, foreign: 404 },
    "post /api/v1/connections/{id}/mappings": {
      id: con,
      body: { expression: "$" },
      foreign: 404,
    },
    "get /api/v1/connections/{id}/mappings": { id: con, foreign: 404 },
    "post /api/v1/connections/{id}/mappings/try": {
      id: con,
      body: { payload_id: pay },
      foreign: 404,
    },
    "post /api/v1/connections/{id}/remap/compare": {
      id: con,
      body: { cursor: cursorOf(pay) },
      foreign: 404,
    },
    "post /api/v1/connections/{id}/remap": { id: con, foreign: 404 },
    "post /api/v1/connections/{id}/replay-failed": { id: con, foreign: 404 },
    "get /api/v1/connections/manifests": found,
    "post /api/v1/connections/{id}/sync": {
      id: con,
      foreign: 404,
      own: 409,
    },
    "get /api/v1/connections/{id}/oauth/start": {
      id: con,
      foreign: 404,
      own: 409,
    },
    "get /api/v1/connections/oauth/callback": {
      query: `?state=${con}.${"0".repeat(64)}&code=walked`,
      foreign: 422,
      own: 422,
    },
    "post /api/v1/connections/{id}/oauth/revoke": {
      id: con,
      foreign: 404,
      own: 409,
    },
    "get /api/v1/payloads": {
      query: `?connection_id=${con}&cursor=${cursorOf(pay)}`,
      ...found,
    },
    "get /api/v1/payloads/{id}": { id: pay, foreign: 404 },
    "post /api/v1/payloads/{id}/replay": { id: pay, foreign: 404 },
    "post /api/v1/members": {
      body: { email: "walk@example.com", name: "walked", role: "viewer" },
      foreign: 201,
    },
    "get /api/v1/members": { query: `?cursor=${cursorOf(usr)}`, ...found },
    "patch /api/v1/members/{id}": {
      id: usr,
      body: { name: "walked" },
      foreign: 404,
    },
    "delete /api/v1/members/{id}": { id: usr, foreign: 404 },
    "delete /api/v1/members/{id}/sessions": { id: usr, foreign: 404 },
    "get /api/v1/session": found,
    // A key has no session to end.
    "delete /api/v1/session": { foreign: 409, own: 409 },
    "post /api/v1/session": { body: { code: "of.no.use" }, foreign: 401 },
    "post /api/v1/invitations": {
      body: { email: "walk-in@example.com", role: "viewer" },
      foreign: 201,
    },
    "get /api/v1/invitations": { query: `?cursor=${cursorOf(inv)}`, ...found },
    "delete /api/v1/invitations/{id}": { id: inv, foreign: 404 },
    "post /api/v1/invitations/accept": {
      body: { code: `balinv_${"0".repeat(64)}`, name: "walked" },
      foreign: 401,
    },
    "post /api/v1/api-keys": {
      body: { name: "walked", role: "viewer" },
      foreign: 201,
    },
    "get /api/v1/api-keys": { query: `?cursor=${cursorOf(key)}`, ...found },
    "post /api/v1/api-keys/{id}/rotate": { id: key, body: {}, foreign: 404 },
    "delete /api/v1/api-keys/{id}": { id: key, foreign: 404 },
    "post /api/v1/notifications/endpoints": {
      body: { url: "https://walk.example/" },
      foreign: 201,
    },
    "get /api/v1/notifications/endpoints": {
      query: `?cursor=${cursorOf(nep)}`,
      ...found,
    },
    "get /api/v1/notifications/endpoints/{id}": { id: nep, foreign: 404 },
    "patch /api/v1/notifications/endpoints/{id}": {
      id: nep,
      body: { description: "walked" },
      foreign: 404,
    },
    "post /api/v1/notifications/endpoints/{id}/rotate-secret": {
      id: nep,
      body: {},
      foreign: 404,
    },
    "post /api/v1/notifications/endpoints/{id}/test": { id: nep, foreign: 404 },
    "delete /api/v1/notifications/endpoints/{id}": { id: nep, foreign: 404 },
    // A key is no member, and has no preferences.
    "get /api/v1/notifications/preferences": { foreign: 404, own: 404 },
    "put /api/v1/notifications/preferences": {
      body: { modes: {} },
      foreign: 404,
      own: 404,
    },
    "get /api/v1/notifications/settings": found,
    "put /api/v1/notifications/settings": {
      body: { digest_hour: 7, review_queue_days: 3 },
      ...found,
    },
    "get /api/v1/notifications/notices": found,
    "get /api/v1/notifications/deliveries": {
      query: `?endpoint=${nep}&cursor=${cursorOf(ntd)}`,
      ...found,
    },
    "post /api/v1/notifications/deliveries/{id}/redeliver": {
      id: ntd,
      foreign: 404,
    },
    "get /api/v1/billing": found,
    // Nothing is sold where nothing is configured.
    "get /api/v1/billing/invoices": unsold,
    "post /api/v1/billing/checkout": { body: { plan: "walked" }, ...unsold },
    "post /api/v1/billing/portal": { body: {}, ...unsold },
    "post /api/v1/billing/sync": unsold,
    "get /api/v1/tenant": found,
    "get /api/v1/tenant/llm-usage": found,
    "get /api/v1/members/{id}/data": { id: usr, foreign: 404 },
    "post /api/v1/privacy/subjects/find": {
      body: { terms: ["walked", rec], cursor: cursorOf(rec) },
      ...found,
    },
    "post /api/v1/privacy/erasures": {
      body: { record_ids: [rec] },
      foreign: 202,
    },
    // Under another name, so that the tenant is there for what is asked next.
    "delete /api/v1/tenant": {
      body: { confirm: "not its name" },
      foreign: 422,
      own: 422,
    },
    "patch /api/v1/tenant": { body: { name: "walked" }, ...found },
  };
}

/** As the API writes cursors, so that the walk can carry another tenant's id in one. */
function cursorOf(id: string): string {
  return btoa(id).replaceAll("=", "");
}
