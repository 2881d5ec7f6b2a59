import type { Store } from "../../ports/store.ts";
import type { EventFeed } from "../../src/notifications/event_feed.ts";
import type { Transaction } from "./connect.ts";
import { EVENT_FEED_COLUMNS } from "./notification_columns.ts";
import { rowStore } from "./row_store.ts";

/** What of the log endpoints are sent. */
export function postgresEventFeeds(sql: Transaction): Store<EventFeed> {
  const store = rowStore(sql, "event_feeds", EVENT_FEED_COLUMNS);
  return {
    ...store,
    find: async (ids) => (await store.find(ids)).map(numbered),
    all: async () => (await store.all()).map(numbered),
  };
}

/** Numbers of events are a bigint, which comes back as text. */
function numbered(feed: EventFeed): EventFeed {
  const { cursor, pendingTo } = feed;
  return {
    ...feed,
    cursor: Number(cursor),
    pendingTo: pendingTo === null ? null : Number(pendingTo),
  };
}
