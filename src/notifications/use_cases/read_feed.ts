import type { Deps } from "../../../ports/deps.ts";
import type { EndpointId } from "../../kernel/ids.ts";
import { ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import { findFeed, type NoFeed } from "../parts/find_feed.ts";
import type { FeedStanding } from "./put_feed.ts";

/** How an endpoint's feed stands, and where the log does. */
export async function readFeed(
  deps: Pick<Deps, "uow">,
  scope: Scope,
  id: EndpointId,
): Promise<Result<FeedStanding, AccessDenied | NoFeed>> {
  const allowed = permit(scope, "notifications.read");
  if (!allowed.ok) return allowed;
  return deps.uow.run(allowed.value, async (tx) => {
    const found = await findFeed(tx, id);
    if (!found.ok) return found;
    const { seq: head } = await tx.events.head();
    return ok({ feed: found.value, head });
  });
}
