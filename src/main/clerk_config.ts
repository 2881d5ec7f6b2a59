import { z } from "zod";
import { type Role, ROLES } from "../tenancy/access.ts";
import { fail, ok, type Result } from "../kernel/result.ts";
import { rotatingSecret } from "./parse_rotating_secret.ts";
import type { RotatingSecret } from "./rotating_secret.ts";

/** How people of Clerk are let in. */
export interface ClerkConfig {
  readonly issuer: string;
  /** The public key that tokens are checked with, or where keys are fetched. */
  readonly keys:
    | { readonly kind: "fixed"; readonly pem: string }
    | { readonly kind: "fetched"; readonly url: string };
  readonly parties: readonly string[];
  readonly audiences: readonly string[];
  readonly roles: ReadonlyMap<string, Role>;
  /** Clerk's own page for signing in; null: it is not known, and the console leads nobody there. */
  readonly signInUrl: string | null;
  /** Null: no webhooks are taken. */
  readonly webhookSecret: RotatingSecret | null;
}

/** The variables that are read here. */
export const CLERK_VARIABLES = [
  "BALANCE_CLERK_ISSUER",
  "BALANCE_CLERK_JWT_KEY",
  "BALANCE_CLERK_JWKS_URL",
  "BALANCE_CLERK_PARTIES",
  "BALANCE_CLERK_AUDIENCE",
  "BALANCE_CLERK_ROLES",
  "BALANCE_CLERK_SIGN_IN_URL",
  "BALANCE_CLERK_WEBHOOK_SECRET",
] as const;

type Variable = typeof CLERK_VARIABLES[number];

const ROLES_DEFAULT = "org:admin=admin,org:member=viewer";
/** Turns the check of parties off. */
const ANY = "any";

/** It is asked for keys that open everything, so it must be who it says it is. */
const secureAddress = z.string().refine(
  (text) => {
    const url = URL.parse(text);
    const isHere = /^(localhost|127\.0\.0\.1|\[::1\])$/.test(
      url?.hostname ?? "",
    );
    return url !== null && !url.username && !url.password &&
      (url.protocol === "https:" || (url.protocol === "http:" && isHere));
  },
  "must be an https:// address, or http:// on this machine",
);
const issuer = secureAddress.refine(
  (text) => !text.endsWith("/"),
  "must have no slash at its end, as in tokens",
);
const listOf = (what: string) =>
  z.string().transform((text) => text.split(",").map((part) => part.trim()))
    .refine(
      (parts) => parts.every((part) => /^[!-~]+$/.test(part)),
      `must be ${what}, parted by commas`,
    );

const parties = listOf("origins such as https://app.example.com, or any")
  .refine(
    (parts) =>
      (parts.length === 1 && parts[0] === ANY) ||
      parts.every((part) => URL.parse(part)?.origin === part),
    "must be origins such as https://app.example.com, parted by commas, or any",
  ).transform((parts) => parts[0] === ANY ? [] : parts);

/** An environment file cannot hold lines: `\n` stands for their ends. */
const publicKey = z.string().transform((text) =>
  text.replaceAll("\\n", "\n").trim()
).refine(
  (text) =>
    /^-----BEGIN PUBLIC KEY-----\s[A-Za-z0-9+/=\s]+-----END PUBLIC KEY-----$/
      .test(text),
  "must be a public key in PEM form, from BEGIN PUBLIC KEY to END PUBLIC KEY",
);

/** `org:admin=admin,org:member=viewer`. */
const roles = z.string().transform((text, context) => {
  const pairs = text.split(",").map((part) => {
    const [, key, name] = /^\s*(org:[a-z0-9_-]{1,100})=([a-z]+)\s*$/
      .exec(part) ?? [];
    const role = ROLES.find((one) => one === name);
    return key !== undefined && role ? [key, role] as const : null;
  }).filter((pair) => pair !== null);
  const map = new Map(pairs);
  if (map.size === text.split(",").length) return map;
  context.addIssue({
    code: "custom",
    message:
      `must be ROLE=OURS, parted by commas, each role once, such as ${ROLES_DEFAULT}; ours are ${
        ROLES.join(", ")
      }`,
  });
  return z.NEVER;
});

const webhookSecret = rotatingSecret(24).refine(
  ({ newest, earlier }) =>
    [newest, ...earlier.map(({ secret }) => secret)].every((one) =>
      /^whsec_[A-Za-z0-9+/]+={0,2}$/.test(one.reveal()) &&
      (one.reveal().length - "whsec_".length) % 4 === 0
    ),
  "must be signing secrets as Clerk shows them: whsec_ and base 64",
);

const environment = z.object({
  BALANCE_CLERK_ISSUER: issuer,
  BALANCE_CLERK_JWT_KEY: publicKey.optional(),
  BALANCE_CLERK_JWKS_URL: secureAddress.optional(),
  BALANCE_CLERK_PARTIES: parties,
  BALANCE_CLERK_AUDIENCE: listOf("audiences").optional(),
  BALANCE_CLERK_ROLES: roles.prefault(ROLES_DEFAULT),
  BALANCE_CLERK_SIGN_IN_URL: secureAddress.optional(),
  BALANCE_CLERK_WEBHOOK_SECRET: webhookSecret.optional(),
}).refine(
  (env) => !(env.BALANCE_CLERK_JWT_KEY && env.BALANCE_CLERK_JWKS_URL),
  {
    path: ["BALANCE_CLERK_JWKS_URL"],
    error: "stands beside BALANCE_CLERK_JWT_KEY; set one of the two",
  },
);

/** Reads what concerns Clerk; null where nothing of it is set. Fails with every problem at once; values are not repeated. */
export function parseClerkConfig(
  given: Readonly<Partial<Record<Variable, string>>>,
): Result<ClerkConfig | null, readonly string[]> {
  if (CLERK_VARIABLES.every((name) => given[name] === undefined)) {
    return ok(null);
  }
  const missing = (["BALANCE_CLERK_ISSUER", "BALANCE_CLERK_PARTIES"] as const)
    .filter((name) => given[name] === undefined);
  const read = environment.safeParse(given);
  if (!read.success || missing.length > 0) {
    const wrong = (read.error?.issues ?? [])
      .filter(({ path }) => !missing.some((name) => name === path[0]))
      .map(({ path, message }) => `${path.join(".")} ${message}`);
    return fail([
      ...missing.map((name) => `${name} is missing: Clerk is configured`),
      ...wrong,
    ]);
  }
  const { data } = read;
  return ok({
    issuer: data.BALANCE_CLERK_ISSUER,
    keys: data.BALANCE_CLERK_JWT_KEY
      ? { kind: "fixed", pem: data.BALANCE_CLERK_JWT_KEY }
      : {
        kind: "fetched",
        url: data.BALANCE_CLERK_JWKS_URL ??
          `${data.BALANCE_CLERK_ISSUER}/.well-known/jwks.json`,
      },
    parties: data.BALANCE_CLERK_PARTIES,
    audiences: data.BALANCE_CLERK_AUDIENCE ?? [],
    roles: data.BALANCE_CLERK_ROLES,
    signInUrl: data.BALANCE_CLERK_SIGN_IN_URL ??
      accountsPage(data.BALANCE_CLERK_ISSUER),
    webhookSecret: data.BALANCE_CLERK_WEBHOOK_SECRET ?? null,
  });
}

/** The Account Portal's page, whose host Clerk makes of the Frontend API's; null where that is named otherwise. */
function accountsPage(issuer: string): string | null {
  const { protocol, host } = new URL(issuer);
  const accounts = host.endsWith(".clerk.accounts.dev")
    ? host.replace(".clerk.accounts.dev", ".accounts.dev")
    : host.startsWith("clerk.")
    ? host.replace(/^clerk\./, "accounts.")
    : null;
  return accounts && `${protocol}//${accounts}/sign-in`;
}
