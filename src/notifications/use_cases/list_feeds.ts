import type { Deps } from "../../../ports/deps.ts";
import { ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import type { Endpoint } from "../endpoint.ts";
import type { FeedStanding } from "./put_feed.ts";

/** An endpoint that is sent the event log, and how far it is. */
export type FedEndpoint = FeedStanding & { readonly endpoint: Endpoint };

/** The endpoints that are sent the event log, oldest first. */
export async function listFeeds(
  deps: Pick<Deps, "uow">,
  scope: Scope,
): Promise<Result<readonly FedEndpoint[], AccessDenied>> {
  const allowed = permit(scope, "notifications.read");
  if (!allowed.ok) return allowed;
  return deps.uow.run(allowed.value, async (tx) => {
    const feeds = (await tx.eventFeeds.all())
      .filter(({ removedAt }) => removedAt === null);
    const endpoints = new Map(
      (await tx.endpoints.find(feeds.map(({ id }) => id)))
        .map((one) => [one.id, one]),
    );
    // After the cursors, so that none is ahead of it.
    const { seq: head } = await tx.events.head();
    return ok(feeds.flatMap((feed): FedEndpoint[] => {
      const endpoint = endpoints.get(feed.id);
      return endpoint && endpoint.removedAt === null
        ? [{ feed, head, endpoint }]
        : [];
    }));
  });
}
