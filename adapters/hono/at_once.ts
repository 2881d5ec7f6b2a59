import type { Failure } from "../../src/kernel/failure.ts";
import type { TenantId } from "../../src/kernel/ids.ts";
import type { ApiContext } from "./api_context.ts";
import { limitFailures } from "./limit_failures.ts";
import { refuse } from "./refuse.ts";

type Handler = (c: ApiContext) => Promise<Response>;
type Refusal = (
  c: ApiContext,
  failure: Failure,
) => Response | Promise<Response>;

/** Lets few expensive requests of a tenant run at once. */
export class AtOnce {
  readonly #running = new Map<TenantId, number>();

  readonly #most: number;

  constructor(most: number) {
    this.#most = most;
  }

  /** The handler behind that limit, which answers with `refusal` beyond it. A request runs until its answer was read to the end, failed, or is no longer wanted. */
  only(handler: Handler, refusal: Refusal = refuse): Handler {
    return async (c) => {
      const end = this.#begin(c.get("scope")!.tenantId);
      if (end === null) {
        return refusal(c, limitFailures.at_once({ most: this.#most }));
      }
      try {
        const response = await handler(c);
        if (c.req.method !== "HEAD") return endingWith(response, end);
        // Nobody reads the body of an answer to HEAD.
        await response.body?.cancel();
        end();
        return new Response(null, response);
      } catch (error) {
        end();
        throw error;
      }
    };
  }

  /** Counts one more and gives its end, which may be called more than once; null where as many run as may. */
  #begin(tenantId: TenantId): (() => void) | null {
    const running = this.#running.get(tenantId) ?? 0;
    if (running >= this.#most) return null;
    this.#running.set(tenantId, running + 1);
    let ended = false;
    return () => {
      if (ended) return;
      ended = true;
      const left = this.#running.get(tenantId)! - 1;
      if (left === 0) this.#running.delete(tenantId);
      else this.#running.set(tenantId, left);
    };
  }
}

/** The response, which ends with `end` when its body was read, failed, or is no longer wanted. */
function endingWith(response: Response, end: () => void): Response {
  if (response.body === null) {
    end();
    return response;
  }
  const reader = response.body.getReader();
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
    async pull(controller) {
      try {
        const { done, value } = await reader.read();
        if (!done) return controller.enqueue(value);
        end();
        controller.close();
      } catch (error) {
        end();
        controller.error(error);
      }
    },
    async cancel(reason) {
      end();
      await reader.cancel(reason);
    },
  });
  return new Response(body, response);
}
