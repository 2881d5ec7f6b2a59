// @ts-self-types="./problem.d.ts"
// Written by `deno task client`; do not edit.
// deno-lint-ignore-file
// deno-fmt-ignore-file
/** The service refused: an RFC 9457 problem, as an error. */
export class BalanceProblem extends Error {
    name = "BalanceProblem";
    /** `module.slug`, such as `record.missing`: the name to compare with. `http.<status>` where something between here and the service answered. */
    kind;
    status;
    /** What is wrong where; empty where the problem names no places. */
    errors;
    /** Names the request in the service's log. */
    requestId;
    /** When the service says that it may go better; null where it says nothing. */
    retryAfterS;
    /** How often the request was sent. After more than one, a refusal may be of what an earlier attempt has done. */
    attempts;
    /** All that was answered, with the facts of the failure as further members. */
    document;
    constructor(response, answered, attempts) {
        const document = isObject(answered) ? answered : {};
        const type = typeof document["type"] === "string" ? document["type"] : "";
        const kind = type.includes("#")
            ? type.slice(type.indexOf("#") + 1)
            : `http.${response.status}`;
        const errors = Array.isArray(document["errors"]) ? document["errors"] : [];
        super([
            `${kind} (${response.status}): ${document["title"] ?? response.statusText}`,
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
    name = "BalanceUnreachable";
    /** How often the request was sent. */
    attempts;
    constructor(what, attempts, cause) {
        super(`${what}, after ${attempts} attempts`, { cause });
        this.attempts = attempts;
    }
}
/** The seconds that `Retry-After` asks for, which is a number or a date; null where it is absent or neither. */
export function retryAfterS({ headers }, nowMs) {
    const told = headers.get("Retry-After")?.trim();
    if (!told)
        return null;
    if (/^\d+$/.test(told))
        return Number(told);
    const at = Date.parse(told);
    return Number.isNaN(at) ? null : Math.max(0, (at - nowMs) / 1_000);
}
function placeOf(flaw) {
    const { pointer, parameter, header, line, column } = flaw;
    if (pointer !== undefined)
        return pointer === "" ? "the body" : pointer;
    if (line !== undefined)
        return `line ${line}:${column ?? 1}`;
    return parameter ?? header ?? "the request";
}
function isObject(value) {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}
