import type { Tx } from "../../../ports/unit_of_work.ts";
import type { ApiKey } from "../api_key.ts";
import type { Scope } from "../scope.ts";

/** Whether a key that ends at `expiresAt` would go on after the key that makes it; a person's keys may. */
export async function outlivesMaker(
  tx: Pick<Tx, "apiKeys">,
  { actor }: Scope,
  expiresAt: ApiKey["expiresAt"],
): Promise<boolean> {
  if (actor.kind !== "api_key") return false;
  const [maker] = await tx.apiKeys.find([actor.id]);
  const until = maker?.expiresAt ?? null;
  return until !== null && (expiresAt === null || expiresAt > until);
}
