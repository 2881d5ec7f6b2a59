import type { Deps } from "../../../ports/deps.ts";
import type { EventFilter } from "../../../ports/event_log.ts";
import { ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import type { RecordedEvent } from "../event.ts";

/** Up to `limit` events with `seq` below `before` (null: all), the latest first. */
export async function listLatestEvents(
  deps: Pick<Deps, "uow">,
  scope: Scope,
  { before, limit, filter }: {
    readonly before: number | null;
    readonly limit: number;
    readonly filter: EventFilter;
  },
): Promise<Result<readonly RecordedEvent[], AccessDenied>> {
  const allowed = permit(scope, "events.read");
  if (!allowed.ok) return allowed;
  return deps.uow.run(
    allowed.value,
    async (tx) => ok(await tx.events.before(before, limit, filter)),
  );
}
