import type { Tx } from "../../../ports/unit_of_work.ts";
import type { Failure } from "../../kernel/failure.ts";
import type { EndpointId } from "../../kernel/ids.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { endpointFailures } from "../endpoint.ts";
import { type EventFeed, feedFailures } from "../event_feed.ts";

export type NoFeed = Failure<"endpoint.missing" | "event_feed.missing">;

/** The feed of an endpoint that is there. */
export async function findFeed(
  tx: Pick<Tx, "endpoints" | "eventFeeds">,
  id: EndpointId,
): Promise<Result<EventFeed, NoFeed>> {
  const [endpoint] = await tx.endpoints.find([id]);
  if (!endpoint || endpoint.removedAt !== null) {
    return fail(endpointFailures.missing({ endpoint_id: id }));
  }
  const [feed] = await tx.eventFeeds.find([id]);
  return feed && feed.removedAt === null
    ? ok(feed)
    : fail(feedFailures.missing({ endpoint_id: id }));
}
