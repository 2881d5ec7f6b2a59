import type { Deps } from "../../../ports/deps.ts";
import type { Tx } from "../../../ports/unit_of_work.ts";
import { ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import { suggestRules as suggested } from "../suggestions/suggest_rules.ts";
import type { Suggestions } from "../suggestions/suggestion.ts";
import { readHistory } from "./read_history.ts";

/** The rules that people's decisions speak for now, with a precision of `precisionMin` at least. Writes nothing. */
export async function suggestRules(
  deps: Pick<Deps, "uow">,
  scope: Scope,
  precisionMin: number,
): Promise<Result<Suggestions, AccessDenied>> {
  const allowed = permit(scope, "rules.read");
  if (!allowed.ok) return allowed;
  return deps.uow.run(
    allowed.value,
    async (tx) => ok(await suggestionsNow(tx, scope, precisionMin)),
  );
}

/** The same inside a unit of work that goes on with one of them. */
export async function suggestionsNow(
  tx: Pick<
    Tx,
    "records" | "rules" | "categories" | "tenants" | "ruleDismissals"
  >,
  scope: Scope,
  precisionMin: number,
): Promise<Suggestions> {
  const dismissals = await tx.ruleDismissals.all();
  return suggested({
    ...await readHistory(tx, scope),
    dismissed: new Set(dismissals.map((dismissal) => dismissal.id)),
    precisionMin,
  });
}
