import { createBullBoard } from "@bull-board/api";
import { BullMQAdapter } from "@bull-board/api/bullMQAdapter";
import { HonoAdapter } from "@bull-board/hono";
import type { Queue as BullQueue } from "bullmq";
import { Hono } from "hono";
import { serveStatic } from "hono/deno";

/**
 * What the board's pages need: their own scripts, styles and pictures, and the styles that stand in the pages, hence
 * `unsafe-inline` for styles alone. The fonts that they ask of Google are refused; the browser's own do.
 */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'self'",
  "frame-ancestors 'none'",
].join("; ");

/** Bull Board over the queues, to look at only, with its pages at `path`. */
export function bullBoard(
  queues: readonly BullQueue[],
  path: string,
): {
  readonly fetch: (request: Request) => Response | Promise<Response>;
  readonly policy: string;
} {
  const pages = new HonoAdapter(serveStatic);
  createBullBoard({
    queues: queues.map((queue) =>
      new BullMQAdapter(queue, { readOnlyMode: true })
    ),
    serverAdapter: pages.setBasePath(path),
    options: { uiConfig: { boardTitle: "Balance queues" } },
  });
  const app = new Hono();
  app.route(path, pages.registerPlugin());
  return { fetch: (request) => app.fetch(request), policy: POLICY };
}
