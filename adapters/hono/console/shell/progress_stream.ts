import type { Deps } from "../../../../ports/deps.ts";
import type { Failure } from "../../../../src/kernel/failure.ts";
import type { Id } from "../../../../src/kernel/ids.ts";
import { ok, type Result } from "../../../../src/kernel/result.ts";
import { type Action, permit } from "../../../../src/tenancy/access.ts";
import type { Scope } from "../../../../src/tenancy/scope.ts";
import {
  eventStream,
  lastWord,
  STREAM_HEADERS,
  type StreamPart,
} from "../../event_stream.ts";
import type { Held } from "../../held_open.ts";
import { type HowFar, howFarText } from "../parts/how_far.ts";
import { errorPage } from "./answer_page.tsx";
import type { ConsoleRoute } from "./console_route.ts";
import { idIn } from "./page.tsx";

/** Milliseconds after which it is looked again how far the work is. */
const LOOK_MS = 1_000;

/**
 * `GET …/{id}/progress`: how far long work is, as server-sent events. `progress` says it at once and whenever it is further;
 * `done` is the last. `end` says why nothing more comes: browsers ask again by themselves, and begin where the work is.
 */
export function progressStream<P extends string>(
  { path, action, id: kind, read }: {
    readonly path: `/${string}/progress`;
    readonly action: Action;
    readonly id: { readonly prefix: P; missing(id: string): Failure };
    read(deps: Deps, scope: Scope, id: Id<P>): Promise<Result<HowFar, Failure>>;
  },
): ConsoleRoute {
  return {
    method: "get",
    path,
    action,
    async respond(asked) {
      const { c, deps, scope, frame } = asked;
      const allowed = permit(scope, action);
      if (!allowed.ok) return errorPage(c, allowed.failure, frame);
      const id = idIn(asked, kind);
      if (!id.ok) return errorPage(c, id.failure, frame);
      const look = () => read(deps, scope, id.value);
      const first = await look();
      if (!first.ok) return errorPage(c, first.failure, frame);
      const headers = {
        ...STREAM_HEADERS,
        "Content-Type": "text/event-stream",
      };
      if (c.req.method === "HEAD") return new Response(null, { headers });
      const open = c.get("held")!;
      const held = open.begin(scope.tenantId);
      if (!held.ok) return errorPage(c, held.failure, frame);
      const parts = told(first.value, held.value, {
        look,
        scopeNow: c.get("scopeNow")!,
        idleMs: open.idleMs,
      });
      const { stalledMs } = open;
      return new Response(eventStream(parts, held.value, { stalledMs }), {
        headers,
      });
    },
  };
}

async function* told(
  first: HowFar,
  { signal }: Held,
  { look, scopeNow, idleMs }: {
    look(): Promise<Result<HowFar, Failure>>;
    scopeNow(): Promise<Result<Scope, Failure>>;
    readonly idleMs: number;
  },
): AsyncGenerator<StreamPart> {
  const lookMs = Math.min(LOOK_MS, idleMs);
  let said = "";
  let quietMs = 0;
  for (let now: Result<HowFar, Failure> = ok(first);; now = await look()) {
    if (!now.ok) {
      yield { text: lastWord(now.failure.kind), isLast: true };
      return;
    }
    const { done, total, isOver } = now.value;
    const data = JSON.stringify({ done, total, text: howFarText(now.value) });
    if (isOver) {
      yield { text: `event: done\ndata: ${data}\n\n`, isLast: true };
      return;
    }
    if (data !== said) {
      said = data;
      yield { text: `event: progress\ndata: ${data}\n\n` };
    }
    await pause(lookMs, signal);
    if (signal.aborted) return;
    quietMs += lookMs;
    if (quietMs < idleMs) continue;
    quietMs = 0;
    const still = await scopeNow();
    if (!still.ok) {
      yield { text: lastWord(still.failure.kind), isLast: true };
      return;
    }
    // So that what stands between does not take it for dead.
    yield { text: ":\n\n" };
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((done) => {
    const over = () => {
      clearTimeout(timer);
      signal.removeEventListener("abort", over);
      done();
    };
    const timer = setTimeout(over, ms);
    signal.addEventListener("abort", over);
  });
}
