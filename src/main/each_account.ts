import type { Deps } from "../../ports/deps.ts";
import { type PayingTenant, PaymentsDown } from "../../ports/payments.ts";
import type { TenantId } from "../kernel/ids.ts";

/** A tenant that something unexpected happened with: by the error's name alone, since its message can quote content. */
export interface FailedTenant {
  readonly tenant_id: TenantId;
  readonly error: string;
}

/** How a round is watched. */
export interface RoundWatch {
  /** Whether it is to stop before all were seen to. */
  readonly isOver?: () => boolean;
  /** Told of what kept one tenant from being seen to; the others are all the same. */
  readonly onError?: (error: unknown) => void;
}

const PAGE = 500;

/**
 * Does `work` for every tenant that is a customer of the provider, one after another; tells for which it failed, or null
 * where it was stopped. `PaymentsDown` ends it at once: it would be so for all.
 */
export async function eachAccount(
  { directory, payments }: Pick<Deps, "directory" | "payments">,
  work: (tenant: PayingTenant) => Promise<void>,
  { isOver = () => false, onError = () => {} }: RoundWatch = {},
): Promise<readonly FailedTenant[] | null> {
  const failed: FailedTenant[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof directory.payingTenants>> =
      await directory.payingTenants(payments.provider, { limit: PAGE, cursor });
    for (const tenant of page.data) {
      if (isOver()) return null;
      try {
        await work(tenant);
      } catch (error) {
        if (error instanceof PaymentsDown) throw error;
        onError(error);
        const name = error instanceof Error ? error.name : "unknown";
        failed.push({ tenant_id: tenant.tenantId, error: name });
      }
    }
    cursor = page.nextCursor;
  } while (cursor !== null);
  return failed;
}
