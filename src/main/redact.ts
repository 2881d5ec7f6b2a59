const HIDDEN = "[hidden]";

/** Names under which secrets or content could come, in lower case and without `_` and `-`. */
const HIDDEN_NAMES = new Set([
  "authorization",
  "cookie",
  "setcookie",
  "password",
  "secret",
  "token",
  "operatortoken",
  "apikey",
  "openaiapikey",
  "anthropicapikey",
  "stripesecretkey",
  "paddleapikey",
  "key",
  "keyhash",
  "secrethash",
  "databaseurl",
  "redisurl",
  "idempotencykey",
  "headers",
  "query",
  "body",
  "payload",
  "parameters",
  "args",
  "raw",
  "record",
  "drafts",
  "externalid",
  "description",
  "counterparty",
  "attributes",
  "note",
  "name",
  "email",
  "text",
  "prompt",
  "message",
  "detail",
  "cause",
]);

/** `user:password@` of an address. */
const CREDENTIALS = /(\b[a-z][a-z0-9+.-]*:\/\/)[^\s/@]*@/gi;
/** Ours, of either form and in part, those of providers of models and payments, and what their webhooks are signed with. */
const API_KEY =
  /\b(?:bal_[0-9A-Za-z]+|sk-[\w-]{8,}|(?:sk|rk)_(?:live|test)_\w+|pdl_\w+|whsec_[\w+/=]+)/g;

/**
 * What of a log line may be printed: values under names that could hold secrets or content are hidden, at any depth,
 * and so are passwords in addresses and API keys, wherever they stand. Lines are written without such things; this
 * is the second fence.
 */
export function redacted(
  line: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(line).map(([name, value]) => [
      name,
      isHidden(name) ? HIDDEN : redactedValue(value),
    ]),
  );
}

function isHidden(name: string): boolean {
  return HIDDEN_NAMES.has(name.toLowerCase().replaceAll(/[_-]/g, ""));
}

function redactedValue(value: unknown): unknown {
  if (typeof value === "string") {
    return value.replaceAll(CREDENTIALS, `$1${HIDDEN}@`)
      .replaceAll(API_KEY, HIDDEN);
  }
  // An error's message can quote content; `errorFacts` tells what may be told.
  if (value instanceof Error) return { error: value.name };
  if (Array.isArray(value)) return value.map(redactedValue);
  if (typeof value !== "object" || value === null || "toJSON" in value) {
    return value;
  }
  return redacted(value as Record<string, unknown>);
}
