import type { Failure, FailureCategory } from "../../src/kernel/failure.ts";
import type { Json } from "../../src/kernel/json.ts";

/** A problem's `type` is this address, `#`, and the failure's kind. It is a name and leads nowhere. */
export const PROBLEM_TYPES = "https://balance.invalid/problems";

/** What a caller of HTTP is told of each category of failure. */
const STATUS: Readonly<Record<FailureCategory, number>> = {
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  missing: 404,
  conflict: 409,
  over_limit: 429,
  payment_due: 402,
  unavailable: 503,
};

/** The failures of HTTP itself, for which HTTP has a status of its own. */
const STATUS_OF_KIND: Readonly<Record<string, number>> = {
  "request.malformed_json": 400,
  "request.malformed_yaml": 400,
  "request.not_utf8": 400,
  "request.cut_off": 400,
  "hook.malformed": 400,
  "request.if_match_not_taken": 400,
  "request.idempotency_key_not_taken": 400,
  "request.wrong_method": 405,
  "request.too_slow": 408,
  "request.too_large": 413,
  "request.wrong_content_type": 415,
  "request.form_not_taken": 415,
  "request.wrong_form_type": 415,
  "request.neither_json_nor_yaml": 415,
  "request.unexpected": 500,
  "file.too_large": 413,
  "receipt.type_refused": 415,
};

/** What of an RFC 9457 problem document does not depend on the request; the failure's facts are extension members. */
export interface PartProblem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly [fact: string]: Json;
}

/** An RFC 9457 problem document. */
export interface Problem extends PartProblem {
  readonly instance: string;
  readonly request_id: string;
}

/** The status of a failure. `ifMatch`: the caller named the version it saw, so a stale one is a failed precondition. */
export function statusOf(failure: Failure, ifMatch = false): number {
  if (ifMatch && failure.kind.endsWith(".stale")) return 412;
  return STATUS_OF_KIND[failure.kind] ?? STATUS[failure.category];
}

/** The document that tells `failure`; flaws become `errors`. */
export function problemOf(
  failure: Failure,
  requestId: string,
  status: number = statusOf(failure),
): Problem {
  return told(failure, status, {
    instance: `urn:request:${requestId}`,
    request_id: requestId,
  });
}

/** What is told of one part of a request that stands as a whole: the same in every repeat of the answer. */
export function partProblemOf(failure: Failure): PartProblem {
  return told(failure, statusOf(failure), {});
}

function told<T extends Readonly<Record<string, string>>>(
  { kind, title, facts, flaws }: Failure,
  status: number,
  ofRequest: T,
): PartProblem & T {
  const standard = {
    type: `${PROBLEM_TYPES}#${kind}`,
    title,
    status,
    ...ofRequest,
    ...flaws.length > 0 && { errors: flaws.map((flaw) => ({ ...flaw })) },
  };
  // Twice: first for the order of members, last so that no fact can take a standard member's place.
  return { ...standard, ...facts, ...standard };
}
