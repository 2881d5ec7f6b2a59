import type { Deps } from "../../../ports/deps.ts";
import type { Failure } from "../../kernel/failure.ts";
import { writeMinor } from "../../kernel/money.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../access.ts";
import {
  changedModel,
  type ModelSettingsChange,
  toldModel,
} from "../model_settings.ts";
import { type RetentionDays, toldRetention } from "../../privacy/retention.ts";
import type { Scope } from "../scope.ts";
import { type Tenant, tenantFailures, type TenantSettings } from "../tenant.ts";

export interface ChangeTenant {
  readonly name?: string;
  readonly settings?: Partial<Omit<TenantSettings, "model" | "retention">> & {
    readonly model?: ModelSettingsChange;
    readonly retention?: Partial<RetentionDays>;
  };
}

/** Renames the tenant or changes how its records are decided from now on. A wrong `seenVersion` is refused; null takes whichever is there. */
export async function changeTenant(
  deps: Pick<Deps, "uow">,
  scope: Scope,
  { change, seenVersion }: {
    readonly change: ChangeTenant;
    readonly seenVersion: number | null;
  },
): Promise<Result<Tenant, AccessDenied | Failure<"tenant.stale">>> {
  const allowed = permit(scope, "tenant.write");
  if (!allowed.ok) return allowed;
  return deps.uow.run(allowed.value, async (tx) => {
    const [tenant] = await tx.tenants.find([scope.tenantId]);
    if (!tenant) throw new Error(`tenant ${scope.tenantId} has no row`);
    const { version } = tenant;
    if (seenVersion !== null && seenVersion !== version) {
      return fail(tenantFailures.stale({ version }));
    }
    const next: Tenant = {
      ...tenant,
      name: change.name ?? tenant.name,
      settings: {
        ...tenant.settings,
        ...change.settings,
        model: changedModel(tenant.settings.model, change.settings?.model),
        retention: {
          ...tenant.settings.retention,
          ...change.settings?.retention,
        },
      },
    };
    await tx.tenants.save([next]);
    tx.events.append([{
      type: "TENANT_UPDATED",
      payload: { before: told(tenant), after: told(next) },
    }]);
    return ok({ ...next, version: version + 1 });
  });
}

function told({ name, settings }: Tenant) {
  return {
    name,
    target_precision: settings.targetPrecision,
    audit_rate: settings.auditRate,
    similarity_threshold: settings.similarityThreshold,
    context_attributes: settings.contextAttributes,
    require_backtest: settings.requireBacktest,
    four_eyes_above: settings.fourEyesAbove.map(({ minor, currency }) => ({
      minor: writeMinor(minor),
      currency,
    })),
    llm: toldModel(settings.model),
    retention: toldRetention(settings.retention),
  };
}
