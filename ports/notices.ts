import type { Notice, NoticePlace } from "../src/notifications/notice.ts";
import type { PagedStore } from "./store.ts";

/** A tenant's notices. Two of the same kind, key and occurrence cannot be added: the unit starts over. */
export interface Notices extends PagedStore<Notice> {
  /** Of each place the notice with the highest occurrence, in any order. */
  latest(places: readonly NoticePlace[]): Promise<readonly Notice[]>;
}
