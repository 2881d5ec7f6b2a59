import type { Deps } from "../../../ports/deps.ts";
import type { EndpointId } from "../../kernel/ids.ts";
import { ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import { changedFeed } from "../event_feed.ts";
import { findFeed, type NoFeed } from "../parts/find_feed.ts";

/** Has an endpoint sent no more of the log. */
export async function removeFeed(
  deps: Pick<Deps, "uow" | "clock">,
  scope: Scope,
  id: EndpointId,
): Promise<Result<null, AccessDenied | NoFeed>> {
  const allowed = permit(scope, "events.send");
  if (!allowed.ok) return allowed;
  const removedAt = deps.clock.now();
  return deps.uow.run(allowed.value, async (tx) => {
    const found = await findFeed(tx, id);
    if (!found.ok) return found;
    await tx.eventFeeds.save([{
      ...changedFeed(found.value, {}, removedAt),
      removedAt,
    }]);
    tx.events.append([{
      type: "EVENT_FEED_REMOVED",
      payload: { endpoint_id: id },
    }]);
    return ok(null);
  });
}
