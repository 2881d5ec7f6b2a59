import type { Deps } from "../../../ports/deps.ts";
import { type Lacking, needFeature } from "../../billing/parts/need_feature.ts";
import type { StandingDeps } from "../../billing/parts/read_standing.ts";
import type { Failure } from "../../kernel/failure.ts";
import type { EndpointId } from "../../kernel/ids.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import { endpointFailures } from "../endpoint.ts";
import {
  changedFeed,
  type EventFeed,
  feedFailures,
  type FeedSettings,
  newFeed,
} from "../event_feed.ts";

/** A feed and where the log stood then. */
export interface FeedStanding {
  readonly feed: EventFeed;
  readonly head: number;
}

/**
 * Has an endpoint sent the event log, or sent it otherwise: from behind `after` on; null: from the log's end, and where
 * it is sent it already from where it is. Who may read the log alone may have it sent.
 */
export async function putFeed(
  deps: Pick<Deps, "uow"> & StandingDeps,
  scope: Scope,
  id: EndpointId,
  { after, paused, ...settings }: FeedSettings & {
    readonly after: number | null;
    readonly paused: boolean;
  },
): Promise<
  Result<
    FeedStanding & { readonly wasThere: boolean },
    | AccessDenied
    | Lacking
    | Failure<"endpoint.missing" | "event_feed.ahead">
  >
> {
  const allowed = permit(scope, "events.send");
  if (!allowed.ok) return allowed;
  const now = deps.clock.now();
  return deps.uow.run(allowed.value, async (tx) => {
    const feature = await needFeature(deps, tx, "notification_webhooks");
    if (!feature.ok) return feature;
    const [endpoint] = await tx.endpoints.find([id]);
    if (!endpoint || endpoint.removedAt !== null) {
      return fail(endpointFailures.missing({ endpoint_id: id }));
    }
    const { seq: head } = await tx.events.head();
    if (after !== null && after > head) {
      return fail(feedFailures.ahead({ after, seq: head }));
    }
    const [before] = await tx.eventFeeds.find([id]);
    const wasThere = before !== undefined && before.removedAt === null;
    const cursor = after ?? (wasThere ? before.cursor : head);
    if (before === undefined) {
      const feed = newFeed(id, settings, { cursor, now, isPaused: paused });
      await tx.eventFeeds.add([feed]);
      tx.events.append([started(id, cursor)]);
      return ok({ feed, head, wasThere });
    }
    const feed = {
      ...changedFeed(before, { ...settings, cursor, paused }, now),
      removedAt: null,
    };
    await tx.eventFeeds.save([feed]);
    tx.events.append([
      wasThere
        ? {
          type: "EVENT_FEED_UPDATED",
          payload: {
            endpoint_id: id,
            fields: [
              "types",
              "format",
              "batch_max",
              "paused",
              ...after === null ? [] : ["cursor"],
            ],
          },
        }
        : started(id, cursor),
    ]);
    return ok({ feed, head, wasThere });
  });
}

function started(id: EndpointId, after: number) {
  return {
    type: "EVENT_FEED_STARTED" as const,
    payload: { endpoint_id: id, after },
  };
}
