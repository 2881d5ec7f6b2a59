import type { EndpointId, MemberId } from "../src/kernel/ids.ts";
import type { Instant } from "../src/kernel/instant.ts";
import type { Page, PageRequest } from "../src/kernel/page.ts";
import type {
  DeliveryStatus,
  NoticeDelivery,
} from "../src/notifications/notice_delivery.ts";
import type { Store } from "./store.ts";

/** Which deliveries: all that is given must hold. */
export interface NoticeDeliveryFilter {
  readonly status?: DeliveryStatus;
  readonly endpointId?: EndpointId;
}

/** Messages to members and endpoints. Two digests of one form, member and time cannot be added: the unit starts over. */
export interface NoticeDeliveries extends Store<NoticeDelivery> {
  /** The latest id first; the cursor is an id. */
  listed(
    filter: NoticeDeliveryFilter,
    page: PageRequest,
  ): Promise<Page<NoticeDelivery>>;
  /** How many single notices by e-mail each member was given since an instant; those with none are left out. */
  mailedSince(since: Instant): Promise<ReadonlyMap<MemberId, number>>;
  /** Digests that go out after `now`, in any order. */
  digestsAfter(now: Instant): Promise<readonly NoticeDelivery[]>;
}
