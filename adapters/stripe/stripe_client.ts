import Stripe from "stripe";
import { stripeAnswer } from "./stripe_answer.ts";

/** The version of the API whose answers are read here. The SDK's own would change with the SDK, unseen. */
export const API_VERSION = "2026-10-28.endive";

/** How Stripe is reached. */
export interface StripeSettings {
  readonly secretKey: string;
  /** An origin; null: Stripe's own. */
  readonly baseUrl: string | null;
  /** How long one attempt may take, until its answer is read. */
  readonly timeoutMs: number;
  /** How often a request is sent again at once, under the same key, that met no answer, another one under way or an error of Stripe's. */
  readonly retriesMax: number;
}

/** Stripe's SDK without what it does by itself: no telemetry, no redirects, and one version of the API. */
export function stripeClient(
  { secretKey, baseUrl, timeoutMs, retriesMax }: StripeSettings,
): Stripe {
  return new Stripe(secretKey, {
    apiVersion: API_VERSION,
    httpClient: Stripe.createFetchHttpClient(async (url, init) =>
      // A redirect would carry what is asked to wherever it points.
      stripeAnswer(await fetch(url, { ...init, redirect: "error" }))
    ),
    timeout: timeoutMs,
    maxNetworkRetries: retriesMax,
    telemetry: false,
    ...baseUrl !== null && addressOf(baseUrl),
  });
}

function addressOf(baseUrl: string) {
  const { protocol, hostname, port } = new URL(baseUrl);
  const isSecure = protocol === "https:";
  return {
    protocol: isSecure ? "https" as const : "http" as const,
    host: hostname,
    port: port || (isSecure ? "443" : "80"),
  };
}
