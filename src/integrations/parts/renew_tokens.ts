import type { Deps } from "../../../ports/deps.ts";
import { isOutage } from "../../events/attempt_job.ts";
import type { ConnectionId } from "../../kernel/ids.ts";
import { type Instant, plusMs } from "../../kernel/instant.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import type { Permit } from "../../tenancy/access.ts";
import { SECRET_NAMES } from "../connection.ts";
import type { GrantFailure, TokenSet } from "../oauth.ts";
import type { FailedTry } from "../pull/read_page.ts";
import type { OAuthSettings } from "../pull_settings.ts";
import { type KeptTokens, readTokens } from "../tokens.ts";
import { keepTokens } from "./keep_tokens.ts";
import { open, sealedOf } from "./sealed.ts";

export type RenewDeps = Pick<
  Deps,
  "uow" | "clock" | "ids" | "timer" | "sealer" | "tokenGrants"
>;

/** Longer than an authorisation server is waited for: who still holds the lease then is dead, or asleep. No longer than that, since the sources that take a refresh token once more do so for half a minute or longer. */
const LEASE_MS = 20_000;
/** How often a grant is tried to be kept while the storage is down: with these waits for about a quarter of an hour. */
const KEEP_TRIES = 30;
const KEEP_WAIT_MAX_MS = 30_000;

/**
 * Renews a connection's tokens: of all processes one at a time, under a lease in the database; the others wait. What
 * was granted is kept before anything else is done, and tried to be kept as long as the storage is down, since a
 * source that rotates refresh tokens no longer takes the one before.
 */
export async function renewTokens(
  deps: RenewDeps,
  allowed: Permit,
  { connectionId, settings, seenAt }: {
    readonly connectionId: ConnectionId;
    readonly settings: OAuthSettings;
    /** When the tokens that no longer serve were granted. */
    readonly seenAt: Instant;
  },
): Promise<Result<KeptTokens, FailedTry | { readonly kind: "waits" }>> {
  const sealer = deps.sealer!;
  const now = deps.clock.now();
  // Of this very try: the same job may be done twice at once.
  const by = deps.ids.secretBytes().toHex().slice(0, 32);
  const lease = { by, until: plusMs(now, LEASE_MS) };
  const leased = await deps.uow.run(allowed, async (tx) => {
    const [state] = await tx.pullStates.find([connectionId]);
    const grant = state?.grant ?? null;
    if (!state || grant === null) return ok(null);
    const other = grant.refreshing;
    if (other !== null && other.until > now) return ok(null);
    // Somebody renewed them since they were read: theirs serve.
    const isNewer = grant.grantedAt !== seenAt;
    if (isNewer) {
      return ok({ grant, isNewer, sealed: await sealedOf(tx, connectionId) });
    }
    await tx.pullStates.save([{
      ...state,
      grant: { ...grant, refreshing: lease },
    }]);
    return ok({ grant, isNewer, sealed: await sealedOf(tx, connectionId) });
  });
  if (!leased.ok || leased.value === null) return fail({ kind: "waits" });
  const secrets = await open(sealer, allowed.tenantId, leased.value.sealed);
  if (!secrets.ok) return unauthorised(secrets.failure.kind);
  const before = readTokens(secrets.value[SECRET_NAMES.tokens]!);
  if (leased.value.isNewer) return ok(before);
  const granted = await deps.tokenGrants.byRefresh({
    settings,
    secret: secrets.value[SECRET_NAMES.clientSecret] ?? null,
  }, before.refreshToken!);
  const keep = (tokens: TokenSet | null) =>
    keepTokens(deps, allowed, {
      connectionId,
      tokens,
      before,
      lease,
      readAt: leased.value!.grant.grantedAt,
    });
  if (!granted.ok) {
    await keep(null);
    return fail(triedGrant(granted.failure));
  }
  return ok(await untilKept(deps, () => keep(granted.value)));
}

/** Tries again while the storage is down; what else goes wrong is thrown. */
async function untilKept<T>(
  { timer }: Pick<Deps, "timer">,
  keep: () => Promise<T>,
): Promise<T> {
  for (let tries = 1;; tries++) {
    try {
      return await keep();
    } catch (error) {
      if (!isOutage(error) || tries >= KEEP_TRIES) throw error;
      await timer.wait(Math.min(KEEP_WAIT_MAX_MS, 250 * 2 ** tries));
    }
  }
}

/** A grant that failed, as a try that did. */
export function triedGrant({ kind, facts }: GrantFailure): FailedTry {
  const seconds = facts["retry_after_s"];
  return {
    kind: "failed",
    cause: kind === "oauth.revoked"
      ? "revoked"
      : kind === "oauth.unavailable"
      ? "server_error"
      : kind === "oauth.not_reached"
      ? "refused"
      : kind === "oauth.unreadable"
      ? "unreadable"
      : "unauthorised",
    detail: kind,
    ...typeof seconds === "number" && { retryAfterMs: seconds * 1_000 },
  };
}

function unauthorised(detail: string): Result<never, FailedTry> {
  return fail({ kind: "failed", cause: "unauthorised", detail });
}
