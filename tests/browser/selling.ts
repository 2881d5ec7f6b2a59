import { memoryPayments } from "../../adapters/memory/payments.ts";
import { hearPayments } from "../../src/billing/use_cases/hear_payments.ts";
import { bookWith, planWith, sold } from "../support/billing_trial.ts";
import { value } from "../support/trial.ts";
import type { HttpTrialOptions } from "../http/http_trial.ts";
import type { ServedTrial } from "./served_trial.ts";

/** What a service is made of that sells two plans, and the other side of its payment provider. */
export function selling() {
  let provider!: ReturnType<typeof memoryPayments>;
  const options: HttpTrialOptions = {
    selling(clock) {
      provider = memoryPayments({ clock });
      return {
        payments: provider.payments,
        usageMeter: provider.meter,
        plans: bookWith({
          plans: [
            planWith("free", { recordsPerMonth: 50, members: 3 }, {
              name: "Free",
              features: [],
            }),
            planWith("team", { recordsPerMonth: 5_000, members: 10 }, {
              name: "Team",
              trialDays: 14,
              prices: sold("price_month"),
            }),
            planWith("scale", {}, {
              name: "Scale",
              prices: {
                memory: {
                  sold: { month: "price_year", year: "price_decade" },
                  former: [],
                  usage: null,
                },
              },
            }),
          ],
        }),
      };
    },
  };
  return {
    options,
    /** Has the company buy the plan Team, and the provider say how that stands. */
    async buy(trial: ServedTrial): Promise<string> {
      const begun = await trial.call("POST", "/api/v1/billing/checkout", {
        plan: "team",
      });
      if (begun.status !== 201) throw new Error(begun.text);
      const account = await trial.deps.directory
        .billingAccount(trial.tenant.id, "memory");
      const id = await provider.world.subscribe(
        { customer: account!.customer, tenantId: trial.tenant.id },
        provider.world.prices[0],
      );
      await this.settle(trial);
      return id;
    },
    /** Has the provider tell another status of a subscription. */
    async become(
      trial: ServedTrial,
      id: string,
      status: Parameters<typeof provider.world.become>[1],
    ): Promise<void> {
      await provider.world.become(id, status);
      await this.settle(trial);
    },
    async settle({ deps, runJobs }: ServedTrial): Promise<void> {
      for (const { bytes, headers } of await provider.world.messages()) {
        const hint = value(await provider.hook.read(bytes, headers));
        await hearPayments(deps, hint);
      }
      await runJobs();
    },
  };
}
