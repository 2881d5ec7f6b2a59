import type { BillingAccount } from "../../src/billing/billing_account.ts";
import type { UsageReport } from "../../src/billing/usage.ts";
import type { Columns } from "./row_store.ts";

export const BILLING_ACCOUNT_COLUMNS: Columns<BillingAccount> = {
  id: "id",
  version: "version",
  provider: "provider",
  customer: "customer",
  subscriptions: "subscriptions",
  hinted: "hinted",
  synced: "synced",
  syncedAt: "synced_at",
  told: "told",
  createdAt: "created_at",
};

export const USAGE_REPORT_COLUMNS: Columns<UsageReport> = {
  id: "id",
  version: "version",
  month: "month",
  meter: "meter",
  amount: "amount",
  createdAt: "created_at",
  firstSentAt: "first_sent_at",
  state: "state",
};
