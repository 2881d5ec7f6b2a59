import type { Hono } from "hono";
import type { ApiEnv } from "./api_context.ts";
import { operator, type OperatorTokens } from "./operator.ts";
import { refuse } from "./refuse.ts";
import { requestFailures } from "./request_failures.ts";

/** Where the board is. */
export const BOARD_PATH = "/admin/queues";

/** The pages of a board of queues, made for `BOARD_PATH`. */
export interface QueueBoard {
  readonly fetch: (request: Request) => Response | Promise<Response>;
  /** The Content-Security-Policy that its pages need. */
  readonly policy: string;
}

/** Mounts the board behind the operator's token, to look at only: other methods than GET and HEAD are refused. */
export function mountBoard(
  app: Hono<ApiEnv>,
  { fetch, policy }: QueueBoard,
  tokens: OperatorTokens,
): void {
  for (const path of [BOARD_PATH, `${BOARD_PATH}/*`]) {
    app.use(path, operator(tokens, "Basic"));
    app.get(path, async (c) => {
      const answer = await fetch(c.req.raw);
      // Redis is away: what its client says of that is for nobody.
      if (answer.status >= 500) {
        await answer.body?.cancel();
        return refuse(c, requestFailures.not_ready());
      }
      const response = new Response(answer.body, answer);
      response.headers.set("Content-Security-Policy", policy);
      return response;
    });
    app.all(
      path,
      (c) =>
        refuse(c, requestFailures.wrong_method({ allow: ["GET", "HEAD"] }), {
          headers: { Allow: "GET, HEAD" },
        }),
    );
  }
}
