import type { Deps } from "../../../ports/deps.ts";
import type { SuggestionId } from "../../kernel/ids.ts";
import { ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import { actorId, type Scope } from "../../tenancy/scope.ts";

/** Keeps a suggestion from being offered again. Once it is dismissed, dismissing it does nothing. */
export async function dismissSuggestion(
  deps: Pick<Deps, "uow" | "clock">,
  scope: Scope,
  id: SuggestionId,
): Promise<Result<null, AccessDenied>> {
  const allowed = permit(scope, "rules.write");
  if (!allowed.ok) return allowed;
  const dismissedAt = deps.clock.now();
  return deps.uow.run(allowed.value, async (tx) => {
    const known = await tx.ruleDismissals.find([id]);
    if (known.length > 0) return ok(null);
    await tx.ruleDismissals.add([
      { id, version: 1, dismissedAt, dismissedBy: actorId(scope) },
    ]);
    tx.events.append([{
      type: "RULE_SUGGESTION_DISMISSED",
      payload: { suggestion_id: id },
    }]);
    return ok(null);
  });
}
