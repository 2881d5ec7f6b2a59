import ipaddr from "ipaddr.js";
import { z } from "zod";
import type { AddressBlock } from "../../adapters/hono/client_address.ts";
import {
  LIMIT_NAMES,
  type LimitName,
  type Limits,
} from "../../ports/rate_limiter.ts";

/** The variables that are read here. */
export const LIMIT_VARIABLES = [
  "BALANCE_RATE_LIMITS",
  "BALANCE_TRUSTED_PROXIES",
  "BALANCE_EXPENSIVE_AT_ONCE",
  "BALANCE_REQUEST_TIMEOUT_S",
] as const;

export interface LimitConfig {
  /** Null: nobody is held up. */
  readonly rates: Limits | null;
  readonly trustedProxies: readonly AddressBlock[];
  readonly expensiveAtOnce: number;
  readonly bodyMsMax: number;
}

/**
 * A hundred requests a second of one key, of which each carries up to 1,000 records, and twice that of a company; sixty
 * failed attempts a minute of an address, which is more than a misconfigured client makes and less than guessing needs.
 */
const RATES_DEFAULT: Limits = {
  key: { most: 6_000, windowS: 60 },
  tenant: { most: 12_000, windowS: 60 },
  address: { most: 60, windowS: 60 },
};

const PART = /^([a-z]+)=([1-9]\d{0,8})\/([1-9]\d{0,4})s$/;

/** `off`, or `key=600/60s,tenant=3000/60s,address=60/60s`; what is left out has no limit. */
const rates = z.string().transform((text, context): Limits | null => {
  if (text === "off") return null;
  const found = new Map<LimitName, { most: number; windowS: number }>();
  for (const part of text.split(",")) {
    const [, name, most, windowS] = PART.exec(part.trim()) ?? [];
    const limit = LIMIT_NAMES.find((one) => one === name);
    if (limit && !found.has(limit)) {
      found.set(limit, { most: Number(most), windowS: Number(windowS) });
    } else {
      context.addIssue({
        code: "custom",
        message: `must be off, or such as key=6000/60s,tenant=12000/60s, with ${
          LIMIT_NAMES.join(", ")
        }, each once`,
      });
      return z.NEVER;
    }
  }
  return Object.fromEntries(found);
});

/** `10.0.0.0/8,fd00::/8`: blocks of addresses; one alone is a block of its own. */
const blocks = z.string().transform(
  (text, context): readonly AddressBlock[] => {
    const parts = text.split(",").map((part) => part.trim());
    const wrong = parts.filter((part) =>
      !ipaddr.isValidCIDR(part) && !ipaddr.isValid(part)
    );
    if (wrong.length === 0) {
      return parts.map((part) =>
        part.includes("/")
          ? ipaddr.parseCIDR(part)
          : ipaddr.parseCIDR(`${part}/${part.includes(":") ? 128 : 32}`)
      );
    }
    context.addIssue({
      code: "custom",
      message: `must be addresses or blocks such as 10.0.0.0/8; ${
        wrong.map((part) => JSON.stringify(part)).join(", ")
      } is none`,
    });
    return z.NEVER;
  },
);

const wholeNumber = (max: number) =>
  z.string().regex(/^[1-9]\d*$/, `must be a whole number from 1 to ${max}`)
    .transform(Number)
    .refine((n) => n <= max, `must be a whole number from 1 to ${max}`);

/** What of the environment is read here, for the schema of all of it. */
export const limitVariables = {
  BALANCE_RATE_LIMITS: rates.optional(),
  BALANCE_TRUSTED_PROXIES: blocks.optional(),
  BALANCE_EXPENSIVE_AT_ONCE: wholeNumber(1_000).default(4),
  BALANCE_REQUEST_TIMEOUT_S: wholeNumber(3_600).default(30),
};

/** The limits that were read. */
export function limitConfig(
  data: z.output<z.ZodObject<typeof limitVariables>>,
): LimitConfig {
  const { BALANCE_RATE_LIMITS: given } = data;
  return {
    rates: given === undefined ? RATES_DEFAULT : given,
    trustedProxies: data.BALANCE_TRUSTED_PROXIES ?? [],
    expensiveAtOnce: data.BALANCE_EXPENSIVE_AT_ONCE,
    bodyMsMax: data.BALANCE_REQUEST_TIMEOUT_S * 1_000,
  };
}
