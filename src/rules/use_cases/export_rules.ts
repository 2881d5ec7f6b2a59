import type { Deps } from "../../../ports/deps.ts";
import { ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import { documentOf, type RuleDocument } from "../files/rule_document.ts";

/** The rules in force as a document, and their version. */
export async function exportRules(
  deps: Pick<Deps, "uow">,
  scope: Scope,
): Promise<
  Result<
    { readonly document: RuleDocument; readonly ruleSetVersion: number },
    AccessDenied
  >
> {
  const allowed = permit(scope, "rules.read");
  if (!allowed.ok) return allowed;
  return deps.uow.run(allowed.value, async (tx) => {
    const set = await tx.rules.current();
    const document = documentOf(set, await tx.categories.all());
    return ok({ document, ruleSetVersion: set.version });
  });
}
