import { z } from "zod";
import { fail, ok, type Result } from "../kernel/result.ts";
import { apiKey } from "./api_key.ts";
import { isOrigin } from "./addresses.ts";
import { rotatingSecret } from "./parse_rotating_secret.ts";
import type { RotatingSecret } from "./rotating_secret.ts";
import { type Secret, secret } from "./secret.ts";

/** How a provider of payments is reached, and how it signs what it sends. */
interface Access {
  readonly apiKey: Secret;
  readonly webhookSecret: RotatingSecret;
  /** Null: the provider's own. */
  readonly baseUrl: string | null;
}

/** By whom tenants are asked to pay, if by anybody. */
export type PaymentsConfig =
  | { readonly kind: "off" }
  | Access & { readonly kind: "stripe" }
  | Access & {
    readonly kind: "paddle";
    /** The page that carries the provider's checkout; null: the one that its account names. */
    readonly checkoutUrl: string | null;
  };

export interface BillingConfig {
  readonly payments: PaymentsConfig;
  /** The file that says what is sold; null: nothing is. */
  readonly plansFile: string | null;
}

/** The variables that are read here. */
export const PAYMENTS_VARIABLES = [
  "BALANCE_PAYMENTS",
  "BALANCE_PLANS_FILE",
  "STRIPE_SECRET_KEY",
  "STRIPE_WEBHOOK_SECRET",
  "STRIPE_BASE_URL",
  "PADDLE_API_KEY",
  "PADDLE_WEBHOOK_SECRET",
  "PADDLE_BASE_URL",
  "PADDLE_CHECKOUT_URL",
] as const;

type Variable = typeof PAYMENTS_VARIABLES[number];
type Given = Readonly<Partial<Record<Variable, string>>>;

const baseUrl = z.string().refine(
  isOrigin,
  "must be an origin such as https://payments.example, without a path and in lower case",
);
const page = z.string().refine(
  (text) => {
    const url = URL.parse(text);
    return url?.protocol === "https:" && !url.username && !url.password;
  },
  "must be an https:// address without a password",
);

/** Who may sell. */
export const PROVIDERS = ["stripe", "paddle"] as const;

const environment = z.object({
  BALANCE_PAYMENTS: z.enum(["off", ...PROVIDERS], {
    error: "must be one of off, stripe, paddle",
  }).default("off"),
  BALANCE_PLANS_FILE: z.string().min(1, "must name a file").optional(),
  STRIPE_SECRET_KEY: apiKey.regex(
    /^(sk|rk)_/,
    "must be a secret or restricted key: sk_… or rk_…",
  ).optional(),
  STRIPE_WEBHOOK_SECRET: rotatingSecret(16).optional(),
  STRIPE_BASE_URL: baseUrl.optional(),
  PADDLE_API_KEY: apiKey.optional(),
  PADDLE_WEBHOOK_SECRET: rotatingSecret(16).optional(),
  PADDLE_BASE_URL: baseUrl.optional(),
  PADDLE_CHECKOUT_URL: page.optional(),
});

/** What each provider needs. */
const NEEDED = {
  off: [],
  stripe: ["STRIPE_SECRET_KEY", "STRIPE_WEBHOOK_SECRET", "BALANCE_PLANS_FILE"],
  paddle: ["PADDLE_API_KEY", "PADDLE_WEBHOOK_SECRET", "BALANCE_PLANS_FILE"],
} as const satisfies Record<PaymentsConfig["kind"], readonly Variable[]>;

/** Reads what concerns payments. Fails with every problem at once; what is switched off need not be complete, and plans without a seller would limit whom nobody can sell more. */
export function parsePaymentsConfig(
  given: Given,
): Result<BillingConfig, readonly string[]> {
  const read = environment.safeParse(given);
  const wrong = (read.error?.issues ?? [])
    .map(({ path, message }) => `${path.join(".")} ${message}`);
  const kind = given.BALANCE_PAYMENTS ?? "off";
  const needed: readonly Variable[] = Object.hasOwn(NEEDED, kind)
    ? NEEDED[kind as PaymentsConfig["kind"]]
    : [];
  const missing = needed.filter((name) => given[name] === undefined)
    .map((name) => `${name} is missing: BALANCE_PAYMENTS is ${kind}`);
  const idle = kind === "off" && given.BALANCE_PLANS_FILE !== undefined
    ? [
      "BALANCE_PLANS_FILE is set, and nobody sells what is in it: BALANCE_PAYMENTS is off",
    ]
    : [];
  if (!read.success || missing.length + idle.length > 0) {
    return fail([...wrong, ...missing, ...idle]);
  }
  return ok({
    payments: paymentsOf(read.data),
    plansFile: read.data.BALANCE_PLANS_FILE ?? null,
  });
}

function paymentsOf(env: z.output<typeof environment>): PaymentsConfig {
  switch (env.BALANCE_PAYMENTS) {
    case "off":
      return { kind: "off" };
    case "stripe":
      return {
        kind: "stripe",
        apiKey: secret(env.STRIPE_SECRET_KEY!),
        webhookSecret: env.STRIPE_WEBHOOK_SECRET!,
        baseUrl: env.STRIPE_BASE_URL ?? null,
      };
    case "paddle":
      return {
        kind: "paddle",
        apiKey: secret(env.PADDLE_API_KEY!),
        webhookSecret: env.PADDLE_WEBHOOK_SECRET!,
        baseUrl: env.PADDLE_BASE_URL ?? null,
        checkoutUrl: env.PADDLE_CHECKOUT_URL ?? null,
      };
  }
}
