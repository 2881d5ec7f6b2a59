import type { Deps } from "../../../ports/deps.ts";
import type { Failure } from "../../kernel/failure.ts";
import type { EndpointId } from "../../kernel/ids.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import { changedFeed, feedFailures, type FeedSettings } from "../event_feed.ts";
import { findFeed, type NoFeed } from "../parts/find_feed.ts";
import type { FeedStanding } from "./put_feed.ts";

/** Changes what an endpoint is sent of the log, pauses it, lets it go on, or moves its cursor, back or forth. */
export async function changeFeed(
  deps: Pick<Deps, "uow" | "clock">,
  scope: Scope,
  id: EndpointId,
  change: Partial<FeedSettings> & {
    readonly cursor?: number;
    readonly paused?: boolean;
  },
): Promise<
  Result<FeedStanding, AccessDenied | NoFeed | Failure<"event_feed.ahead">>
> {
  const allowed = permit(scope, "events.send");
  if (!allowed.ok) return allowed;
  const now = deps.clock.now();
  return deps.uow.run(allowed.value, async (tx) => {
    const found = await findFeed(tx, id);
    if (!found.ok) return found;
    const { seq: head } = await tx.events.head();
    const { cursor } = change;
    if (cursor !== undefined && cursor > head) {
      return fail(feedFailures.ahead({ after: cursor, seq: head }));
    }
    const feed = changedFeed(found.value, change, now);
    await tx.eventFeeds.save([feed]);
    tx.events.append([{
      type: "EVENT_FEED_UPDATED",
      payload: {
        endpoint_id: id,
        fields: Object.keys(change).map((name) =>
          name === "batchMax" ? "batch_max" : name
        ),
      },
    }]);
    return ok({ feed, head });
  });
}
