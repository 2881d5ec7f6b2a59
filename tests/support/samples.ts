import { type Approval, WAITING } from "../../src/approvals/approval.ts";
import type { Category } from "../../src/categories/category.ts";
import type { Connection } from "../../src/integrations/connection.ts";
import type { TenantId } from "../../src/kernel/ids.ts";
import type { Instant } from "../../src/kernel/instant.ts";
import type { DeadLetter } from "../../src/events/dead_letter.ts";
import { sha256 } from "../../src/kernel/sha256.ts";
import type { Example } from "../../src/processing/example.ts";
import type { ProposalOutcome } from "../../src/processing/proposal_outcome.ts";
import { RETENTION_DEFAULT } from "../../src/privacy/retention.ts";
import type { Trace } from "../../src/processing/trace.ts";
import type { Delivery } from "../../src/records/delivery.ts";
import type { CompanyRecord } from "../../src/records/record.ts";
import type { Rule } from "../../src/rules/rule.ts";
import { type Action, type Permit, permit } from "../../src/tenancy/access.ts";
import type { ApiKey } from "../../src/tenancy/api_key.ts";
import type { Invitation } from "../../src/tenancy/invitation.ts";
import type { Member } from "../../src/tenancy/member.ts";
import { MODEL_SETTINGS_DEFAULT } from "../../src/tenancy/model_settings.ts";
import { openScope } from "../../src/tenancy/open_scope.ts";
import type { Actor, Scope } from "../../src/tenancy/scope.ts";
import type { Tenant } from "../../src/tenancy/tenant.ts";
import type { NewRecord } from "../../ports/records.ts";
import { randomIds } from "../../adapters/system/ids.ts";

/** Ids that no other test has, so that tests can share a database. */
export const sampleIds = randomIds();

/** The instant at which every sample was born. */
export const SAMPLE_AT: Instant = "2026-01-02T03:04:05.000Z";

/** A scope in `tenantId`, of an owner unless another actor is given. */
export function sampleScope(
  tenantId: TenantId = sampleIds.next("ten"),
  actor: Actor = { kind: "member", id: sampleIds.next("usr"), role: "owner" },
): Scope {
  return openScope(tenantId, actor);
}

/** The permit to do `action`; throws when the scope's actor may not. */
export function permitTo(action: Action, scope: Scope = sampleScope()): Permit {
  const allowed = permit(scope, action);
  if (!allowed.ok) throw new Error(`the actor of this scope may not ${action}`);
  return allowed.value;
}

export function sampleTenant(given: Partial<Tenant> = {}): Tenant {
  return {
    id: sampleIds.next("ten"),
    version: 1,
    name: "Foxglove Joinery",
    settings: {
      targetPrecision: 0.95,
      auditRate: 0,
      similarityThreshold: 0.9,
      contextAttributes: ["unit"],
      requireBacktest: false,
      fourEyesAbove: [],
      model: MODEL_SETTINGS_DEFAULT,
      retention: RETENTION_DEFAULT,
    },
    createdAt: SAMPLE_AT,
    erasedAt: null,
    ...given,
  };
}

export function sampleMember(given: Partial<Member> = {}): Member {
  const id = sampleIds.next("usr");
  return {
    id,
    version: 1,
    email: `${id}@example.com`,
    name: "Ann Archer",
    role: "reviewer",
    sessionEpoch: 0,
    createdAt: SAMPLE_AT,
    removedAt: null,
    ...given,
  };
}

export function sampleApiKey(given: Partial<ApiKey> = {}): ApiKey {
  const id = sampleIds.next("key");
  return {
    id,
    version: 1,
    name: "the till",
    role: "agent",
    scopes: ["records.write"],
    sourceAgent: "till",
    secretHash: sha256(id),
    hint: "bal_0Kx3mQ",
    createdAt: SAMPLE_AT,
    expiresAt: null,
    revokedAt: null,
    replaces: null,
    replacedBy: null,
    ...given,
  };
}

export function sampleInvitation(given: Partial<Invitation> = {}): Invitation {
  const id = sampleIds.next("inv");
  return {
    id,
    version: 1,
    email: `${id}@example.com`,
    role: "reviewer",
    codeHash: sha256(id),
    invitedBy: sampleIds.next("usr"),
    createdAt: SAMPLE_AT,
    expiresAt: "2026-01-09T03:04:05.000Z",
    acceptedBy: null,
    acceptedAt: null,
    revokedAt: null,
    ...given,
  };
}

export function sampleConnection(given: Partial<Connection> = {}): Connection {
  return {
    id: sampleIds.next("con"),
    version: 1,
    name: "Current account",
    kind: "api",
    settings: null,
    isDefault: false,
    createdAt: SAMPLE_AT,
    archivedAt: null,
    ...given,
  } as Connection;
}

export function sampleCategory(given: Partial<Category> = {}): Category {
  const id = sampleIds.next("cat");
  return {
    id,
    version: 1,
    name: `Category ${id}`,
    parentId: null,
    archivedAt: null,
    createdAt: SAMPLE_AT,
    ...given,
  };
}

/** A rule that every record meets. */
export function sampleRule(given: Partial<Rule> = {}): Rule {
  return {
    id: sampleIds.next("rule"),
    version: 1,
    name: "everything to a person",
    enabled: true,
    when: { all: [] },
    then: { review: true },
    continue: false,
    ...given,
  };
}

export function sampleRecord(
  given: Partial<CompanyRecord> = {},
): CompanyRecord {
  const id = sampleIds.next("rec");
  return {
    id,
    version: 1,
    externalId: `ext ${id}`,
    connectionId: sampleIds.next("con"),
    fingerprint: "f".repeat(64),
    occurredAt: "2026-01-01T00:00:00.000Z",
    description: "CARD PURCHASE 4411 TIMBER YARD",
    counterparty: "Timber Yard",
    amount: { minor: "-1250", currency: "GBP" },
    attributes: { unit: "Workshop" },
    receivedAt: SAMPLE_AT,
    status: "ingested",
    outcome: null,
    categoryId: null,
    source: null,
    confidence: null,
    trace: null,
    settledByPerson: [],
    ...given,
  };
}

/** A record to take in, with a payload. */
export function sampleNewRecord(given: Partial<CompanyRecord> = {}): NewRecord {
  const record = sampleRecord(given);
  return { record, raw: { external_id: record.externalId } };
}

/** A trace that ends with a person: `note` tells one from another. */
export function sampleTrace(note = "nothing alike"): Trace {
  return {
    schema: 1,
    limits: { similarity_threshold: 0.9, model: null },
    steps: [{
      kind: "person_decided",
      at: SAMPLE_AT,
      by: "usr_ann",
      verdict: "reject",
      category_id: null,
      note,
    }],
    conclusion: { kind: "rejected", source: "person" },
  };
}

export function sampleDelivery(given: Partial<Delivery> = {}): Delivery {
  return {
    id: sampleIds.next("dlv"),
    version: 1,
    receivedAt: SAMPLE_AT,
    drafts: [],
    intake: null,
    failedAt: null,
    ...given,
  };
}

export function sampleApproval(given: Partial<Approval> = {}): Approval {
  return {
    id: sampleIds.next("apr"),
    version: 1,
    recordId: sampleIds.next("rec"),
    suggestion: null,
    because: "nothing_alike",
    confidence: 0,
    inclusion: 1,
    state: WAITING,
    lease: null,
    leaseToken: 0,
    assignedTo: null,
    alikeKey: null,
    connectionId: null,
    amount: null,
    stake: 0,
    shownAs: null,
    createdAt: SAMPLE_AT,
    ...given,
  };
}

export function sampleExample(given: Partial<Example> = {}): Example {
  return {
    recordId: sampleIds.next("rec"),
    categoryId: sampleIds.next("cat"),
    keys: ["text:timber yard"],
    textKey: "text:timber yard",
    text: "timber yard",
    at: SAMPLE_AT,
    ...given,
  };
}

/** Of a record that waited, with nothing proposed for it. */
export function sampleOutcome(
  given: Partial<ProposalOutcome> = {},
): ProposalOutcome {
  return {
    recordId: sampleIds.next("rec"),
    source: null,
    proposed: null,
    decided: null,
    score: 0.5,
    learned: null,
    settled: false,
    inclusion: 1,
    amongCandidates: false,
    decidedAt: SAMPLE_AT,
    ...given,
  };
}

export function sampleDeadLetter(given: Partial<DeadLetter> = {}): DeadLetter {
  const task = {
    kind: "ingest_delivery",
    deliveryId: sampleIds.next("dlv"),
    records: 2,
  } as const;
  return {
    id: sampleIds.next("dlt"),
    jobId: `ingest_delivery-${sha256(task.deliveryId).slice(0, 32)}`,
    queue: "records:ingest",
    task,
    errorClass: "delivery.missing",
    reason: "delivery.missing: No such delivery × — 💀",
    attempts: 5,
    firstFailedAt: SAMPLE_AT,
    diedAt: SAMPLE_AT,
    traceparent: null,
    replayedAt: null,
    ...given,
  };
}
