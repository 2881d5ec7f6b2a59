import type { Deps } from "../../../ports/deps.ts";
import type { UnitOfWork } from "../../../ports/unit_of_work.ts";
import type { Failure } from "../../kernel/failure.ts";
import type { ConnectionId, CsvMappingId } from "../../kernel/ids.ts";
import { fileKey } from "../../kernel/file_key.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { recordFailures } from "../../records/record.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import { actorId, type Scope } from "../../tenancy/scope.ts";
import {
  type FileImport,
  IMPORT_BYTES_MAX,
  importFailures,
  NO_ROWS,
} from "../file_import.ts";

/** A file as it is sent. */
export interface SentImport {
  readonly content: ReadableStream<Uint8Array>;
  readonly asked: FileImport["asked"];
  readonly fileName: string | null;
  /** Null: the tenant's default connection. */
  readonly connectionId: ConnectionId | null;
  readonly mappingId: CsvMappingId | null;
}

/** Keeps a file, to be taken in by a job. `scopeNow` is asked once it has arrived: who was let in before may be out by then. What cannot be kept, or was kept before, leaves no bytes behind. */
export async function receiveImport(
  deps: Pick<Deps, "uow" | "clock" | "ids" | "files">,
  sender: Scope,
  { content, asked, fileName, connectionId, mappingId }: SentImport,
  scopeNow: () => Promise<Result<Scope, Failure>>,
): Promise<Result<FileImport, Failure>> {
  const allowed = permit(sender, "records.write");
  if (!allowed.ok) return allowed;
  const id = deps.ids.next("imp");
  const key = fileKey(sender.tenantId, "imports", id);
  const kept = await deps.files.put(key, content, {
    bytesMax: IMPORT_BYTES_MAX,
    contentType: "application/octet-stream",
  });
  if (!kept.ok) return kept;
  const createdAt = deps.clock.now();
  const who = await scopeNow();
  // Where this throws, the file may have been taken in all the same: its bytes stay, and go once they are old.
  const received = who.ok
    ? await keep(deps.uow, who.value, {
      id,
      version: 1,
      createdAt,
      createdBy: actorId(who.value),
      file: { name: fileName, ...kept.value },
      asked,
      mappingId,
      format: null,
      state: "received",
      rowAt: 0,
      counts: NO_ROWS,
      failure: null,
      endedAt: null,
    }, connectionId)
    : who;
  if (!received.ok || received.value.id !== id) await deps.files.remove([key]);
  return received;
}

async function keep(
  uow: UnitOfWork,
  scope: Scope,
  received: Omit<FileImport, "connectionId">,
  connectionId: ConnectionId | null,
): Promise<
  Result<
    FileImport,
    | AccessDenied
    | Failure<"record.unknown_connection" | "import.unknown_mapping">
  >
> {
  const allowed = permit(scope, "records.write");
  if (!allowed.ok) return allowed;
  return await uow.run(allowed.value, async (tx) => {
    const connections = await tx.connections.all();
    const connection = connections.find(({ id, isDefault }) =>
      connectionId === null ? isDefault : id === connectionId
    );
    if (!connection) return fail(recordFailures.unknown_connection());
    const { mappingId } = received;
    if (mappingId !== null) {
      const [mapping] = await tx.csvMappings.find([mappingId]);
      if (!mapping) return fail(importFailures.unknown_mapping());
    }
    const kept: FileImport = { ...received, connectionId: connection.id };
    await tx.imports.add([kept]);
    tx.events.append([{
      type: "IMPORT_RECEIVED",
      payload: {
        import_id: kept.id,
        connection_id: kept.connectionId,
        bytes: kept.file.bytes,
      },
    }]);
    return ok(kept);
  });
}
