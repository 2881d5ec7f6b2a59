import type { Deps } from "../../../ports/deps.ts";
import type { Failure } from "../../kernel/failure.ts";
import type { ImportId } from "../../kernel/ids.ts";
import type { Page, PageRequest } from "../../kernel/page.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import {
  type FileImport,
  importFailures,
  type ImportRemark,
} from "../file_import.ts";

/** One import, and the page of what was said of its rows. */
export async function readImport(
  deps: Pick<Deps, "uow">,
  scope: Scope,
  id: ImportId,
  remarks: PageRequest,
): Promise<
  Result<
    { readonly found: FileImport; readonly remarks: Page<ImportRemark> },
    AccessDenied | Failure<"import.missing">
  >
> {
  const allowed = permit(scope, "records.read");
  if (!allowed.ok) return allowed;
  return deps.uow.run(allowed.value, async (tx) => {
    const [found] = await tx.imports.find([id]);
    if (!found) return fail(importFailures.missing({ import_id: id }));
    return ok({ found, remarks: await tx.importRemarks.list(id, remarks) });
  });
}
