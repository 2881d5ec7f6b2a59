import { failures } from "../kernel/failure.ts";
import type { ConnectionId } from "../kernel/ids.ts";
import type { Instant } from "../kernel/instant.ts";

/** A source of records. External ids are unique within one. */
export interface Connection {
  readonly id: ConnectionId;
  readonly version: number;
  readonly name: string;
  /** How records arrive: pushed by API, so far. */
  readonly kind: "api";
  /** The one that records are filed under when they name none; each tenant has just one. */
  readonly isDefault: boolean;
  readonly createdAt: Instant;
}

export const connectionFailures = failures("connection", {
  missing: { category: "missing", title: "No such connection" },
});
