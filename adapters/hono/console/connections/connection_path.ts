import { connectionFailures } from "../../../../src/integrations/connection.ts";
import { payloadFailures } from "../../../../src/integrations/payload.ts";
import type { ConnectionId, PayloadId } from "../../../../src/kernel/ids.ts";

/** The section's first page. */
export const CONNECTIONS = "/console/connections";

/** The page of one connection. */
export function connectionPath(
  id: ConnectionId,
): `/console/connections/${ConnectionId}` {
  return `${CONNECTIONS}/${id}`;
}

/** The page of what was received once. */
export function payloadPath(
  id: PayloadId,
): `/console/connections/payloads/${PayloadId}` {
  return `${CONNECTIONS}/payloads/${id}`;
}

/** The kinds of ids in addresses. */
export const connectionId = {
  prefix: "con",
  missing: (id: string) => connectionFailures.missing({ connection_id: id }),
} as const;
export const payloadId = {
  prefix: "pay",
  missing: (id: string) => payloadFailures.missing({ payload_id: id }),
} as const;
