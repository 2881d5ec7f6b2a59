import type { Deps } from "../../../ports/deps.ts";
import type { Page, PageRequest } from "../../kernel/page.ts";
import { ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import type { CsvMapping } from "../csv_mapping.ts";

/** A page of mappings, the latest first. */
export async function listCsvMappings(
  deps: Pick<Deps, "uow">,
  scope: Scope,
  page: PageRequest,
): Promise<Result<Page<CsvMapping>, AccessDenied>> {
  const allowed = permit(scope, "records.read");
  if (!allowed.ok) return allowed;
  return deps.uow.run(
    allowed.value,
    async (tx) => ok(await tx.csvMappings.list(page)),
  );
}
