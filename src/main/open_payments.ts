import { match } from "ts-pattern";
import { memoryPayments } from "../../adapters/memory/payments.ts";
import type { Clock } from "../../ports/clock.ts";
import type { PaymentHook } from "../../ports/payment_hook.ts";
import type { Payments } from "../../ports/payments.ts";
import type { UsageMeter } from "../../ports/usage_meter.ts";
import type { PaymentsConfig } from "./payments_config.ts";
import { acceptedAt } from "./rotating_secret.ts";

/**
 * How long one attempt may take, and how many follow the first, half a second and more apart: for a checkout a person
 * waits for up to half a dozen answers in turn, and what no person waits for is tried again by its job.
 */
const [TIMEOUT_MS, RETRIES_MAX] = [8_000, 1];

export interface OpenedPayments {
  readonly payments: Payments;
  /** Null: no webhooks are taken. */
  readonly hook: PaymentHook | null;
  /** Null: the provider counts nothing that is used. */
  readonly meter: UsageMeter | null;
}

/** The provider of payments that is configured; none in memory stands in for it. A provider's SDK is loaded where it is used only. */
export function openPayments(
  config: PaymentsConfig,
  clock: Clock,
): Promise<OpenedPayments> {
  return match(config)
    .with({ kind: "off" }, async () => {
      const { payments } = memoryPayments({ clock });
      return { payments, hook: null, meter: null };
    })
    .with({ kind: "stripe" }, async ({ apiKey, baseUrl, webhookSecret }) => {
      const [{ stripePayments }, { stripeHook }, { stripeMeter }] =
        await Promise.all([
          import("../../adapters/stripe/stripe_payments.ts"),
          import("../../adapters/stripe/stripe_hook.ts"),
          import("../../adapters/stripe/stripe_meter.ts"),
        ]);
      const settings = {
        secretKey: apiKey.reveal(),
        baseUrl,
        timeoutMs: TIMEOUT_MS,
        retriesMax: RETRIES_MAX,
      };
      return {
        payments: stripePayments(settings),
        hook: stripeHook({
          secretsAt: (now) =>
            acceptedAt(webhookSecret, now).map((secret) => secret.reveal()),
          clock,
        }),
        meter: stripeMeter(settings),
      };
    })
    .with({ kind: "paddle" }, async (config) => {
      const [{ paddlePayments }, { paddleHook }] = await Promise.all([
        import("../../adapters/paddle/paddle_payments.ts"),
        import("../../adapters/paddle/paddle_hook.ts"),
      ]);
      const { apiKey, baseUrl, checkoutUrl, webhookSecret } = config;
      return {
        payments: paddlePayments({
          apiKey: apiKey.reveal(),
          baseUrl,
          checkoutUrl,
          timeoutMs: TIMEOUT_MS,
        }),
        hook: paddleHook({
          secretsAt: (now) =>
            acceptedAt(webhookSecret, now).map((secret) => secret.reveal()),
          clock,
        }),
        // Paddle counts nothing that is used.
        meter: null,
      };
    })
    .exhaustive();
}
