import type { Resealed } from "../../../ports/connection_secrets.ts";
import type { Deps } from "../../../ports/deps.ts";
import type { Sealer } from "../../../ports/sealer.ts";
import { ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import type { SealedSecret } from "../sealed_secret.ts";

/** Secrets that are sealed anew in one unit. */
const SECRETS_PER_UNIT = 500;

/** What became of a tenant's secrets that another key had sealed. */
export interface ResealReport {
  readonly resealed: number;
  /** Somebody wrote a newer one meanwhile, which the newest key sealed. */
  readonly overtaken: number;
  /** Those that no key opens: by connection and name. */
  readonly unopened: readonly Pick<SealedSecret, "connectionId" | "name">[];
}

/**
 * Seals with the newest key what others sealed, while the service runs: a secret that is written meanwhile stays. Ended
 * anywhere and done again, it goes on with what is left.
 */
export async function resealSecrets(
  deps: Pick<Deps, "uow" | "clock">,
  sealer: Sealer,
  scope: Scope,
  perUnit = SECRETS_PER_UNIT,
): Promise<Result<ResealReport, AccessDenied>> {
  const allowed = permit(scope, "jobs.run");
  if (!allowed.ok) return allowed;
  const { tenantId } = scope;
  let [resealed, overtaken] = [0, 0];
  const unopened: SealedSecret[] = [];
  let last: SealedSecret | null = null;
  for (;;) {
    const after = last;
    const read = await deps.uow.run(
      allowed.value,
      async ({ connectionSecrets }) =>
        ok(
          await connectionSecrets.sealedByOthers(sealer.keyId, perUnit, after),
        ),
    );
    const found: readonly SealedSecret[] = read.value;
    const anew: Resealed[] = [];
    for (const secret of found) {
      const { connectionId, name, sealed } = secret;
      const place = { tenantId, connectionId, name };
      const opened = await sealer.open(sealed, place);
      if (!opened.ok) {
        unopened.push(secret);
        continue;
      }
      anew.push({
        before: sealed,
        secret: {
          connectionId,
          name,
          keyId: sealer.keyId,
          sealed: await sealer.seal(opened.value, place),
          sealedAt: deps.clock.now(),
        },
      });
    }
    if (anew.length > 0) {
      const { value: count } = await deps.uow.run(
        allowed.value,
        async (tx) => ok(await tx.connectionSecrets.replace(anew)),
      );
      resealed += count;
      overtaken += anew.length - count;
    }
    if (found.length < perUnit) break;
    last = found.at(-1)!;
  }
  return ok({
    resealed,
    overtaken,
    unopened: unopened.map(({ connectionId, name }) => ({
      connectionId,
      name,
    })),
  });
}
