import type { Deps } from "../../../ports/deps.ts";
import type { EventFilter } from "../../../ports/event_log.ts";
import type { Failure } from "../../kernel/failure.ts";
import { ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import type { RecordedEvent } from "../event.ts";
import { readOn } from "../parts/read_on.ts";

/** Up to `limit` events with `seq` beyond `after`, by `seq`. */
export async function listEvents(
  deps: Pick<Deps, "uow">,
  scope: Scope,
  asked: {
    readonly after: number;
    readonly limit: number;
    readonly filter: EventFilter;
  },
): Promise<
  Result<readonly RecordedEvent[], AccessDenied | Failure<"events.ahead">>
> {
  const allowed = permit(scope, "events.read");
  if (!allowed.ok) return allowed;
  const read = await deps.uow.run(allowed.value, (tx) => readOn(tx, asked));
  return read.ok ? ok(read.value.events) : read;
}
