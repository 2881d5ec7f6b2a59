import type { Deps } from "../../../ports/deps.ts";
import type { EventFilter } from "../../../ports/event_log.ts";
import type { Failure } from "../../kernel/failure.ts";
import { ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import { type LogPage, readOn } from "../parts/read_on.ts";

/** The first events beyond `after`, as soon as there are any; none once `signal` is aborted, or after `waitMs` of silence. */
export async function awaitEvents(
  deps: Pick<Deps, "uow" | "logWatch">,
  scope: Scope,
  { waitMs, signal, ...asked }: {
    readonly after: number;
    readonly limit: number;
    readonly filter: EventFilter;
    readonly waitMs: number;
    readonly signal: AbortSignal;
  },
): Promise<Result<LogPage, AccessDenied | Failure<"events.ahead">>> {
  const allowed = permit(scope, "events.read");
  if (!allowed.ok) return allowed;
  for (let { after } = asked;;) {
    const read = await deps.uow.run(
      allowed.value,
      (tx) => readOn(tx, { ...asked, after }),
    );
    if (!read.ok) return read;
    const page = read.value;
    if (page.events.length > 0) return ok(page);
    after = page.seq;
    const hasGrown = await deps.logWatch
      .beyond(scope.tenantId, after, { waitMs, signal });
    if (!hasGrown) return ok(page);
  }
}
