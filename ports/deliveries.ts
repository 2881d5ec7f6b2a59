import type { Delivery } from "../src/records/delivery.ts";
import type { Store } from "./store.ts";

/** Sets of records that were received and wait to be taken in. */
export type Deliveries = Omit<Store<Delivery>, "all">;
