import type { Schemas } from "./api_types.ts";

/** One place of a request that is wrong. */
export type Flaw = NonNullable<Schemas["Problem"]["errors"]>[number];

/** The service refused: an RFC 9457 problem, as an error. */
export class BalanceProblem extends Error {
  override readonly name = "BalanceProblem";
  /** `module.slug`, such as `record.missing`: the name to compare with. `http.<status>` where something between here and the service answered. */
  readonly kind: string;
  readonly status: number;
  /** What is wrong where; empty where the problem names no places. */
  readonly errors: readonly Flaw[];
  /** Names the request in the service's log. */
  readonly requestId: string | null;
  /** When the service says that it may go better; null where it says nothing. */
  readonly retryAfterS: number | null;
  /** How often the request was sent. After more than one, a refusal may be of what an earlier attempt has done. */
  readonly attempts: number;
  /** All that was answered, with the facts of the failure as further members. */
  readonly document: Readonly<Record<string, unknown>>;

  constructor(response: Response, answered: unknown, attempts: number) {
    const document = isObject(answered) ? answered : {};
    const type = typeof document["type"] === "string" ? document["type"] : "";
    const kind = type.includes("#")
      ? type.slice(type.indexOf("#") + 1)
      : `http.${response.status}`;
    const errors = Array.isArray(document["errors"]) ? document["errors"] : [];
    super([
      `${kind} (${response.status}): ${
        document["title"] ?? response.statusText
      }`,
      ...errors.map((flaw) => `  ${placeOf(flaw)} ${flaw.detail}`),
    ].join("\n"));
    this.kind = kind;
    this.status = response.status;
    this.errors = errors;
    this.requestId = response.headers.get("X-Request-Id");
    this.retryAfterS = retryAfterS(response, Date.now());
    this.attempts = attempts;
    this.document = document;
  }
}

/** Nobody answered, or not in time. Whether the service did what was asked is not known, unless the call was one that is safe to repeat. */
export class BalanceUnreachable extends Error {
  override readonly name = "BalanceUnreachable";
  /** How often the request was sent. */
  readonly attempts: number;

  constructor(what: string, attempts: number, cause?: unknown) {
    super(`${what}, after ${attempts} attempts`, { cause });
    this.attempts = attempts;
  }
}

/** The seconds that `Retry-After` asks for, which is a number or a date; null where it is absent or neither. */
export function retryAfterS(
  { headers }: Response,
  nowMs: number,
): number | null {
  const told = headers.get("Retry-After")?.trim();
  if (!told) return null;
  if (/^\d+$/.test(told)) return Number(told);
  const at = Date.parse(told);
  return Number.isNaN(at) ? null : Math.max(0, (at - nowMs) / 1_000);
}

function placeOf(flaw: Flaw): string {
  const { pointer, parameter, header, line, column } = flaw;
  if (pointer !== undefined) return pointer === "" ? "the body" : pointer;
  if (line !== undefined) return `line ${line}:${column ?? 1}`;
  return parameter ?? header ?? "the request";
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
