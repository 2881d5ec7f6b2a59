import type { Deps } from "../../../ports/deps.ts";
import type { Connection } from "../../integrations/connection.ts";
import { ok, type Result } from "../../kernel/result.ts";
import { RETENTION_DEFAULT } from "../../privacy/retention.ts";
import { type AccessDenied, permit } from "../access.ts";
import { type ApiKey, newApiKey } from "../api_key.ts";
import type { Member } from "../member.ts";
import { MODEL_SETTINGS_DEFAULT } from "../model_settings.ts";
import { openScope } from "../open_scope.ts";
import {
  AUDIT_RATE_DEFAULT,
  CONTEXT_ATTRIBUTES_DEFAULT,
  TARGET_PRECISION_DEFAULT,
  type Tenant,
  type TenantSettings,
} from "../tenant.ts";

export interface CreateTenant {
  readonly name: string;
  readonly ownerEmail: string;
  readonly ownerName: string;
  /** How its records are decided, where not as by default. */
  readonly settings?: Partial<TenantSettings>;
}

/** A new tenant, and the secret of its owner's key: told here and never again. */
export interface CreatedTenant {
  readonly tenant: Tenant;
  readonly owner: Member;
  readonly apiKey: ApiKey;
  readonly secret: string;
}

/** Makes a tenant with an owner, a default connection and the owner's first API key. */
export async function createTenant(
  deps: Pick<Deps, "uow" | "clock" | "ids">,
  command: CreateTenant,
): Promise<Result<CreatedTenant, AccessDenied>> {
  const { ids } = deps;
  const createdAt = deps.clock.now();
  const tenant: Tenant = {
    id: ids.next("ten"),
    version: 1,
    name: command.name,
    settings: {
      targetPrecision: TARGET_PRECISION_DEFAULT,
      auditRate: AUDIT_RATE_DEFAULT,
      similarityThreshold: null,
      contextAttributes: CONTEXT_ATTRIBUTES_DEFAULT,
      requireBacktest: false,
      fourEyesAbove: [],
      model: MODEL_SETTINGS_DEFAULT,
      retention: RETENTION_DEFAULT,
      ...command.settings,
    },
    createdAt,
    erasedAt: null,
  };
  const owner: Member = {
    id: ids.next("usr"),
    version: 1,
    email: command.ownerEmail,
    name: command.ownerName,
    role: "owner",
    sessionEpoch: 0,
    createdAt,
    removedAt: null,
  };
  const connection: Connection = {
    id: ids.next("con"),
    version: 1,
    name: "API",
    kind: "api",
    settings: null,
    isDefault: true,
    createdAt,
    archivedAt: null,
  };
  const { key: apiKey, secret } = newApiKey(
    { id: ids.next("key"), name: "first key", role: "owner", createdAt },
    ids.secretBytes(),
  );
  const scope = openScope(tenant.id, { kind: "system", id: "setup" });
  const allowed = permit(scope, "tenant.write");
  if (!allowed.ok) return allowed;
  return deps.uow.run(allowed.value, async (tx) => {
    await tx.tenants.add([tenant]);
    await tx.members.add([owner]);
    await tx.connections.add([connection]);
    await tx.apiKeys.add([apiKey]);
    tx.events.append([
      { type: "TENANT_CREATED", payload: { name: tenant.name } },
      {
        type: "MEMBER_ADDED",
        payload: { member_id: owner.id, role: owner.role },
      },
      {
        type: "CONNECTION_CREATED",
        payload: {
          connection_id: connection.id,
          name: connection.name,
          kind: connection.kind,
        },
      },
      {
        type: "API_KEY_CREATED",
        payload: { api_key_id: apiKey.id, role: apiKey.role },
      },
    ]);
    return ok({ tenant, owner, apiKey, secret });
  });
}
