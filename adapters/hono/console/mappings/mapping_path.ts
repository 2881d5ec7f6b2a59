import { csvMappingFailures } from "../../../../src/imports/csv_mapping.ts";
import type { ConnectionId, CsvMappingId } from "../../../../src/kernel/ids.ts";
import { connectionPath, CONNECTIONS } from "../connections/connection_path.ts";

/** How columns of CSV files are read. */
export const COLUMNS = "/console/connections/columns";

/** How what one connection receives is read. */
export function mappingPath(
  id: ConnectionId,
): `/console/connections/${ConnectionId}/mapping` {
  return `${connectionPath(id)}/mapping`;
}

/** What the mapping in force would make of what was received before. */
export function remapPath(
  id: ConnectionId,
): `/console/connections/${ConnectionId}/remap` {
  return `${connectionPath(id)}/remap`;
}

/** One mapping of columns. */
export function columnsPath(
  id: CsvMappingId,
): `/console/connections/columns/${CsvMappingId}` {
  return `${COLUMNS}/${id}`;
}

/** The kind of id in addresses. */
export const columnsId = {
  prefix: "cmp",
  missing: (id: string) => csvMappingFailures.missing({ csv_mapping_id: id }),
} as const;

/** Where the pages about a connection stand. */
export function connectionTrail(id: ConnectionId, name: string) {
  return [
    { href: CONNECTIONS, label: "Connections" },
    { href: connectionPath(id), label: name },
  ];
}
