import type {
  ConnectionId,
  InvitationId,
  MemberId,
  SessionId,
  TenantId,
} from "../src/kernel/ids.ts";
import type { BillingAccount } from "../src/billing/billing_account.ts";
import type { UsageReportId } from "../src/billing/usage.ts";
import type { Page, PageRequest } from "../src/kernel/page.ts";
import type { ApiKey } from "../src/tenancy/api_key.ts";
import type { ExternalId } from "../src/tenancy/external_id.ts";
import type { SessionState } from "../src/tenancy/session.ts";
import type { ExternalUsers } from "./external_users.ts";
import type { PayingTenant } from "./payments.ts";

/** Finds the tenant behind an outside id, and how it stands with a session: the reads across tenants that the core makes. */
export interface Directory {
  /** The key with this secret's hash, dead ones included. */
  apiKeyByHash(
    secretHash: string,
  ): Promise<{ readonly tenantId: TenantId; readonly key: ApiKey } | undefined>;
  /** The tenant whose connection that is, archived ones included. */
  tenantOfConnection(id: ConnectionId): Promise<TenantId | undefined>;
  /** The tenant that is linked to an identity provider's organisation. */
  tenantOfOrganisation(id: ExternalId): Promise<TenantId | undefined>;
  /** The tenants to which memberships of an identity provider's user were told. */
  tenantsOfExternalUser(id: ExternalId): Promise<readonly TenantId[]>;
  readonly externalUsers: ExternalUsers;
  /** The tenant that a payment provider's customer is. */
  tenantOfCustomer(
    provider: string,
    customer: string,
  ): Promise<TenantId | undefined>;
  /** A tenant as a customer of that payment provider. */
  billingAccount(
    tenantId: TenantId,
    provider: string,
  ): Promise<BillingAccount | undefined>;
  /** All tenants that are customers of that payment provider, by id, a page at a time. */
  payingTenants(
    provider: string,
    page: PageRequest,
  ): Promise<Page<PayingTenant>>;
  /** The tenant that a report of usage is of, whatever became of it. */
  tenantOfUsageReport(id: UsageReportId): Promise<TenantId | undefined>;
  /** Every tenant, by id: what is done for all is done one by one, within each. */
  tenantIds(): Promise<readonly TenantId[]>;
  /** How it stands with a session of that member now; undefined where there is no such member. */
  sessionState(
    session: {
      readonly id: SessionId;
      readonly tenantId: TenantId;
      readonly memberId: MemberId;
    },
  ): Promise<SessionState | undefined>;
  /** The invitation with this code's hash, whatever became of it. */
  invitationByHash(
    codeHash: string,
  ): Promise<
    { readonly tenantId: TenantId; readonly id: InvitationId } | undefined
  >;
}
