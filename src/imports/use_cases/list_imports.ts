import type { Deps } from "../../../ports/deps.ts";
import type { Page, PageRequest } from "../../kernel/page.ts";
import { ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import type { FileImport } from "../file_import.ts";

/** A page of imports, the latest first. */
export async function listImports(
  deps: Pick<Deps, "uow">,
  scope: Scope,
  page: PageRequest,
): Promise<Result<Page<FileImport>, AccessDenied>> {
  const allowed = permit(scope, "records.read");
  if (!allowed.ok) return allowed;
  return deps.uow.run(
    allowed.value,
    async (tx) => ok(await tx.imports.list(page)),
  );
}
