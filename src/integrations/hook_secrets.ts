import { z } from "zod";
import { type Instant, plusMs } from "../kernel/instant.ts";

/** How long an earlier secret is still taken: a sender's configuration is changed within a day. */
export const OVERLAP_MS = 24 * 3_600_000;

/** Secrets that sign a connection's webhooks, the newest first; `until` is when an earlier one ends. */
export type HookSecrets = readonly {
  readonly secret: string;
  readonly until: Instant | null;
}[];

const schema = z.array(z.strictObject({
  secret: z.string(),
  until: z.custom<Instant>((text) => typeof text === "string").nullable(),
}));

/** What was sealed, read. */
export function readHookSecrets(text: string): HookSecrets {
  return schema.parse(JSON.parse(text));
}

/** The secrets that are taken at `now`. */
export function secretsInForce(
  secrets: HookSecrets,
  now: Instant,
): readonly string[] {
  return secrets.filter(({ until }) => until === null || until > now)
    .map(({ secret }) => secret);
}

/** The newest becomes `secret`; the one before it is taken a day longer. */
export function rotated(
  secrets: HookSecrets,
  secret: string,
  now: Instant,
): HookSecrets {
  const [latest] = secrets;
  return [
    { secret, until: null },
    ...latest ? [{ ...latest, until: plusMs(now, OVERLAP_MS) }] : [],
  ];
}

/** A new secret in the form of Standard Webhooks: 32 bytes that nobody can guess, in base 64. */
export function newHookSecret(bytes: Uint8Array): string {
  return `whsec_${btoa(String.fromCharCode(...bytes))}`;
}

/** What is wrong with a secret that a sender gave, for its scheme; null when nothing is. */
export function hookSecretFlaw(secret: string, scheme: string): string | null {
  if (!/^[\x21-\x7e]{16,500}$/.test(secret)) {
    return "is not 16 to 500 visible ASCII characters";
  }
  if (scheme !== "standard") return null;
  // The specification asks for 24 to 64 bytes.
  const text =
    /^whsec_((?:[A-Za-z0-9+/]{4}){7,21}(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=|[A-Za-z0-9+/]{4}))$/;
  return text.test(secret)
    ? null
    : "is not whsec_ and 24 to 64 bytes in base 64";
}
