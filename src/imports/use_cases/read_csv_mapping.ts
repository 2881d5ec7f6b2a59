import type { Deps } from "../../../ports/deps.ts";
import type { Failure } from "../../kernel/failure.ts";
import type { CsvMappingId } from "../../kernel/ids.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import { type CsvMapping, csvMappingFailures } from "../csv_mapping.ts";

export async function readCsvMapping(
  deps: Pick<Deps, "uow">,
  scope: Scope,
  id: CsvMappingId,
): Promise<
  Result<CsvMapping, AccessDenied | Failure<"csv_mapping.missing">>
> {
  const allowed = permit(scope, "records.read");
  if (!allowed.ok) return allowed;
  return deps.uow.run(allowed.value, async (tx) => {
    const [mapping] = await tx.csvMappings.find([id]);
    return mapping
      ? ok(mapping)
      : fail(csvMappingFailures.missing({ csv_mapping_id: id }));
  });
}
