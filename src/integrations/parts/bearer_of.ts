import type { Deps } from "../../../ports/deps.ts";
import { plusMs } from "../../kernel/instant.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import type { Permit } from "../../tenancy/access.ts";
import { SECRET_NAMES } from "../connection.ts";
import type { FailedTry } from "../pull/read_page.ts";
import { readTokens } from "../tokens.ts";
import type { Pulling } from "./read_pulling.ts";
import { type RenewDeps, renewTokens } from "./renew_tokens.ts";
import { open } from "./sealed.ts";

/** A token that ends this soon is renewed before it is used. */
const RENEW_BEFORE_MS = 60_000;

/** What a source is shown. */
export interface Bearer {
  readonly token: string;
  /** Whether another can be had where this one is not taken. */
  readonly mayRenew: boolean;
}

/** The secret or the access token of a connection; renewed where it ended, or where `renew` says so. */
export async function bearerOf(
  deps: RenewDeps & Pick<Deps, "clock">,
  allowed: Permit,
  { connection, state, sealed }: Pulling,
  { renew }: { readonly renew: boolean },
): Promise<Result<Bearer, FailedTry | { readonly kind: "waits" }>> {
  if (!deps.sealer) return lacking("no sealing key");
  const secrets = await open(deps.sealer, allowed.tenantId, sealed);
  if (!secrets.ok) return lacking(secrets.failure.kind);
  const { auth } = connection.settings;
  if (auth.kind === "bearer") {
    const token = secrets.value[SECRET_NAMES.bearer];
    return token === undefined
      ? lacking("no secret")
      : ok({ token, mayRenew: false });
  }
  const { grant } = state;
  const kept = secrets.value[SECRET_NAMES.tokens];
  if (grant === null || kept === undefined) return lacking("no grant");
  const tokens = readTokens(kept);
  const isOver = grant.expiresAt !== null &&
    grant.expiresAt <= plusMs(deps.clock.now(), RENEW_BEFORE_MS);
  if ((renew || isOver) && tokens.refreshToken !== null) {
    const renewed = await renewTokens(deps, allowed, {
      connectionId: connection.id,
      settings: auth,
      seenAt: grant.grantedAt,
    });
    return renewed.ok
      ? ok({ token: renewed.value.accessToken, mayRenew: false })
      : renewed;
  }
  return ok({
    token: tokens.accessToken,
    mayRenew: tokens.refreshToken !== null,
  });
}

function lacking(detail: string): Result<never, FailedTry> {
  return fail({ kind: "failed", cause: "unauthorised", detail });
}
