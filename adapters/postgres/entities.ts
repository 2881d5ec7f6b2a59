import type { Category } from "../../src/categories/category.ts";
import type { Connection } from "../../src/integrations/connection.ts";
import type { ConnectionHealth } from "../../src/integrations/health.ts";
import type { Mapping } from "../../src/integrations/mapping.ts";
import type { Payload } from "../../src/integrations/payload.ts";
import type { PullState } from "../../src/integrations/pull_state.ts";
import type { Backtest } from "../../src/rules/history/backtest.ts";
import type { RuleDismissal } from "../../src/rules/dismissal.ts";
import type { RuleOverrides } from "../../src/rules/rule_overrides.ts";
import type { RuleRun } from "../../src/rules/history/run.ts";
import type { ApiKey } from "../../src/tenancy/api_key.ts";
import type { ExternalMember } from "../../src/tenancy/external_member.ts";
import type { ExternalOrganisation } from "../../src/tenancy/external_organisation.ts";
import type { Invitation } from "../../src/tenancy/invitation.ts";
import type { Member } from "../../src/tenancy/member.ts";
import type { Tenant } from "../../src/tenancy/tenant.ts";
import type { Columns } from "./row_store.ts";

export const TENANT_COLUMNS: Columns<Tenant> = {
  id: "id",
  version: "version",
  name: "name",
  settings: "settings",
  createdAt: "created_at",
  erasedAt: "erased_at",
};

export const MEMBER_COLUMNS: Columns<Member> = {
  id: "id",
  version: "version",
  email: "email",
  name: "name",
  role: "role",
  sessionEpoch: "session_epoch",
  createdAt: "created_at",
  removedAt: "removed_at",
};

export const INVITATION_COLUMNS: Columns<Invitation> = {
  id: "id",
  version: "version",
  email: "email",
  role: "role",
  codeHash: "code_hash",
  invitedBy: "invited_by",
  createdAt: "created_at",
  expiresAt: "expires_at",
  acceptedBy: "accepted_by",
  acceptedAt: "accepted_at",
  revokedAt: "revoked_at",
};

export const API_KEY_COLUMNS: Columns<ApiKey> = {
  id: "id",
  version: "version",
  name: "name",
  role: "role",
  scopes: "scopes",
  sourceAgent: "source_agent",
  secretHash: "secret_hash",
  hint: "hint",
  createdAt: "created_at",
  expiresAt: "expires_at",
  revokedAt: "revoked_at",
  replaces: "replaces",
  replacedBy: "replaced_by",
};

export const EXTERNAL_ORGANISATION_COLUMNS: Columns<ExternalOrganisation> = {
  id: "id",
  version: "version",
  linkedAt: "linked_at",
  named: "named",
  ended: "ended",
};

export const EXTERNAL_MEMBER_COLUMNS: Columns<ExternalMember> = {
  id: "id",
  version: "version",
  memberId: "member_id",
  profile: "profile",
  memberships: "memberships",
  vouched: "vouched",
};

export const CONNECTION_COLUMNS: Columns<Connection> = {
  id: "id",
  version: "version",
  name: "name",
  kind: "kind",
  isDefault: "is_default",
  createdAt: "created_at",
  settings: "settings",
  archivedAt: "archived_at",
};

export const HEALTH_COLUMNS: Columns<ConnectionHealth> = {
  id: "id",
  version: "version",
  state: "state",
  since: "since",
  failuresInRow: "failures_in_row",
  revokedSince: "revoked_since",
  lastSuccessAt: "last_success_at",
  lastFailure: "last_failure",
  nextTryAt: "next_try_at",
};

export const PULL_STATE_COLUMNS: Columns<PullState> = {
  id: "id",
  version: "version",
  run: "run",
  position: "position",
  watermark: "watermark",
  nextAt: "next_at",
  authorisation: "authorisation",
  grant: "grant_state",
};

export const MAPPING_COLUMNS: Columns<Mapping> = {
  id: "id",
  version: "version",
  connectionId: "connection_id",
  number: "number",
  expression: "expression",
  createdAt: "created_at",
  createdBy: "created_by",
};

export const PAYLOAD_COLUMNS: Columns<Payload> = {
  id: "id",
  version: "version",
  connectionId: "connection_id",
  externalId: "external_id",
  sha256: "sha256",
  body: "body",
  receivedAt: "received_at",
  state: "state",
  failure: "failure",
  mappingNumber: "mapping_number",
  recordIds: "record_ids",
};

export const CATEGORY_COLUMNS: Columns<Category> = {
  id: "id",
  version: "version",
  name: "name",
  parentId: "parent_id",
  archivedAt: "archived_at",
  createdAt: "created_at",
};

export const BACKTEST_COLUMNS: Columns<Backtest> = {
  id: "id",
  version: "version",
  createdAt: "created_at",
  createdBy: "created_by",
  rulesetVersion: "ruleset_version",
  changes: "changes",
  filter: "filter",
  state: "state",
  scannedTo: "scanned_to",
  report: "report",
  endedAt: "ended_at",
  activatedAt: "activated_at",
};

export const RUN_COLUMNS: Columns<RuleRun> = {
  id: "id",
  version: "version",
  createdAt: "created_at",
  createdBy: "created_by",
  ruleId: "rule_id",
  backtestId: "backtest_id",
  rulesetVersion: "ruleset_version",
  filter: "filter",
  state: "state",
  scannedTo: "scanned_to",
  counts: "counts",
  endedAt: "ended_at",
  undoneBy: "undone_by",
};

export const OVERRIDES_COLUMNS: Columns<RuleOverrides> = {
  id: "id",
  version: "version",
  ruleVersion: "rule_version",
  total: "total",
  marks: "marks",
  flaggedAt: "flagged_at",
};

export const DISMISSAL_COLUMNS: Columns<RuleDismissal> = {
  id: "id",
  version: "version",
  dismissedAt: "dismissed_at",
  dismissedBy: "dismissed_by",
};
