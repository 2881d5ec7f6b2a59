import type { Deps } from "../../../ports/deps.ts";
import type { Failure } from "../../kernel/failure.ts";
import type { CsvMappingId } from "../../kernel/ids.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import { type FileImport, importFailures } from "../file_import.ts";
import type { FileShape } from "../file_shape.ts";

/** Rows that a preview shows. */
const ROWS_MAX = 20;

/** What a file, or its beginning, would be taken for. Nothing is kept of it. */
export async function previewImport(
  deps: Pick<Deps, "uow" | "fileReader">,
  scope: Scope,
  { bytes, asked, mappingId }: {
    readonly bytes: Uint8Array;
    readonly asked: FileImport["asked"];
    readonly mappingId: CsvMappingId | null;
  },
): Promise<
  Result<FileShape, AccessDenied | Failure<"import.unknown_mapping">>
> {
  const allowed = permit(scope, "records.read");
  if (!allowed.ok) return allowed;
  const read = await deps.uow.run(allowed.value, async (tx) => {
    const [mapping] = mappingId === null
      ? []
      : await tx.csvMappings.find([mappingId]);
    const connections = await tx.connections.all();
    const standard = connections.find(({ isDefault }) => isDefault);
    if (!standard) throw new Error("the tenant has no default connection");
    return mappingId !== null && !mapping
      ? fail(importFailures.unknown_mapping())
      : ok({ csv: mapping?.terms ?? null, connectionId: standard.id });
  });
  if (!read.ok) return read;
  async function* content() {
    yield bytes;
  }
  return ok(
    await deps.fileReader.inspect(
      content(),
      { ...read.value, ...asked },
      ROWS_MAX,
    ),
  );
}
