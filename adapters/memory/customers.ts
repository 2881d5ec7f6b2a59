import type { Directory } from "../../ports/directory.ts";
import type { BillingAccount } from "../../src/billing/billing_account.ts";
import type { TenantId } from "../../src/kernel/ids.ts";
import { pageOf } from "../../src/kernel/page.ts";
import { entities, inTurn } from "./entities.ts";
import type { Journal } from "./journal.ts";
import type { Shelf } from "./shelf.ts";
import { byText } from "./sorted.ts";
import { unique } from "./unique.ts";

/** Which tenant is which customer of payment providers, as far as it is committed. */
export interface Customers {
  account(account: BillingAccount, tenantId: TenantId, journal: Journal): void;
  readonly directory: Pick<
    Directory,
    "tenantOfCustomer" | "billingAccount" | "payingTenants"
  >;
}

export function openCustomers(
  shelves: ReadonlyMap<TenantId, Shelf>,
): Customers {
  const accounts = new Map<
    string,
    { readonly tenantId: TenantId; readonly account: BillingAccount }
  >();
  // Of an erased tenant nothing is left.
  const isThere = (tenantId: TenantId, { id }: BillingAccount) =>
    shelves.get(tenantId)?.billingAccounts.has(id) ?? false;
  const holderOf = (provider: string, customer: string) =>
    [...accounts.values()].find(({ tenantId, account }) =>
      account.provider === provider && account.customer === customer &&
      isThere(tenantId, account)
    )?.tenantId;
  return {
    account(account, tenantId, journal) {
      const holder = holderOf(account.provider, account.customer);
      if (holder !== undefined && holder !== tenantId) {
        throw new Error("one tenant of a customer: that one is taken");
      }
      journal.onCommit(() =>
        void accounts.set(`${tenantId} ${account.provider}`, {
          tenantId,
          account,
        })
      );
    },
    directory: {
      tenantOfCustomer: (provider, customer) =>
        Promise.resolve(holderOf(provider, customer)),
      billingAccount: (tenantId, provider) => {
        const found = accounts.get(`${tenantId} ${provider}`);
        return Promise.resolve(
          found && isThere(tenantId, found.account) ? found.account : undefined,
        );
      },
      payingTenants: (provider, { limit, cursor }) =>
        Promise.try(() => {
          const paying = [...accounts.values()].filter((one) =>
            one.account.provider === provider &&
            isThere(one.tenantId, one.account) &&
            (cursor === null || one.tenantId > cursor)
          ).map(({ tenantId, account: { customer } }) => ({
            tenantId,
            customer,
          }));
          return pageOf(
            paying.sort((a, b) => byText(a.tenantId, b.tenantId)),
            limit,
            ({ tenantId }) => tenantId,
          );
        }),
    },
  };
}

/** The accounts of one unit, of which the customers are told. */
export function billingAccounts(
  shelf: Shelf,
  tenantId: TenantId,
  journal: Journal,
  customers: Customers,
) {
  return entities<BillingAccount>(
    shelf.billingAccounts,
    journal,
    inTurn(
      unique(
        "one billing account of a provider",
        shelf.billingProviders,
        ({ provider }) => provider,
        journal,
      ),
      (_, account) => customers.account(account, tenantId, journal),
    ),
  );
}
