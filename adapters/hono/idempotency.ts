import type { Json } from "../../src/kernel/json.ts";
import { fail, ok, type Result } from "../../src/kernel/result.ts";
import { sha256 } from "../../src/kernel/sha256.ts";
import type { UnitOfWork } from "../../ports/unit_of_work.ts";
import { idempotencyFailures } from "./request_failures.ts";

/** A request that may come again. */
export interface Repeatable {
  /** The sender's key, and who sends it where: the same key elsewhere is another. */
  readonly key: string;
  /** Hash of all that the answer depends on, asked once that was read. */
  fingerprint(): string;
}

/** A unit of work whose effect happens once per key, and whether this was a repeat. */
export interface AnsweringOnce {
  readonly uow: UnitOfWork;
  wasRepeat(): boolean;
}

/** Visible ASCII, 1 to 200 characters. */
export function isIdempotencyKey(text: string): boolean {
  return /^[\x21-\x7e]{1,200}$/.test(text);
}

/** Names the request by sender, method, path and key, and its content by its hash. */
export function repeatable(request: {
  readonly key: string;
  readonly actor: string;
  readonly method: string;
  readonly path: string;
  /** Every part of the request that the answer depends on. */
  readonly content: () => readonly string[];
}): Repeatable {
  const { key, actor, method, path, content } = request;
  return {
    key: `http ${actor} ${method} ${path} ${key}`,
    fingerprint: () => sha256(JSON.stringify(content())),
  };
}

/**
 * Claims the key in the transaction of the effect. A repeat gets the kept value and does nothing;
 * the key with other content fails with `idempotency.reused`; a unit that fails keeps nothing.
 * For use cases that run one unit and return what it returned, plain JSON.
 */
export function answeringOnce(
  uow: UnitOfWork,
  { key, fingerprint }: Repeatable,
): AnsweringOnce {
  let repeated = false;
  let isAnswered = false;
  return {
    wasRepeat: () => repeated,
    uow: {
      async run<R extends Result<unknown, unknown>>(
        ...[permit, work]: Parameters<typeof uow.run<R>>
      ): Promise<R> {
        // It would get the first unit's answer for its own.
        if (isAnswered) throw new Error("a second unit behind one key");
        const result = await uow.run(permit, async (tx) => {
          repeated = false;
          const claim = await tx.inbox.claim(key, fingerprint());
          if (claim.kind === "reused") {
            // The caller of the use case handles any failure; the use case only passes it on.
            return fail(idempotencyFailures.reused()) as unknown as R;
          }
          if (claim.kind === "repeat") {
            repeated = true;
            return ok(claim.answer) as unknown as R;
          }
          const result = await work(tx);
          if (result.ok) await tx.inbox.keep(key, result.value as Json);
          return result;
        });
        isAnswered = result.ok;
        return result;
      },
    },
  };
}
