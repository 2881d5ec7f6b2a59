import type { Deps } from "../../../ports/deps.ts";
import type { ConnectionId } from "../../kernel/ids.ts";
import { type Instant, plusMs } from "../../kernel/instant.ts";
import { ok, type Result } from "../../kernel/result.ts";
import type { Permit } from "../../tenancy/access.ts";
import { SECRET_NAMES } from "../connection.ts";
import type { TokenSet } from "../oauth.ts";
import type { Grant } from "../pull_state.ts";
import { type KeptTokens, readTokens, writeTokens } from "../tokens.ts";
import { seal } from "./sealed.ts";

/**
 * Keeps tokens that were granted, or none where none were, and gives the lease back. Who slept past the lease keeps
 * theirs only where nobody kept newer ones since they read.
 */
export async function keepTokens(
  deps: Pick<Deps, "uow" | "clock" | "sealer">,
  allowed: Permit,
  { connectionId, tokens, before, lease, readAt }: {
    readonly connectionId: ConnectionId;
    readonly tokens: TokenSet | null;
    readonly before: KeptTokens;
    readonly lease: NonNullable<Grant["refreshing"]>;
    /** When the tokens that were used were granted. */
    readonly readAt: Instant;
  },
): Promise<KeptTokens> {
  const now = deps.clock.now();
  const text = tokens ? writeTokens(tokens, before) : null;
  const sealed = text === null ? [] : await seal(
    deps.sealer!,
    allowed.tenantId,
    connectionId,
    { [SECRET_NAMES.tokens]: text },
    now,
  );
  await deps.uow.run(allowed, async (tx): Promise<Result<null, never>> => {
    const [state] = await tx.pullStates.find([connectionId]);
    if (!state || state.grant === null) return ok(null);
    const { grant } = state;
    const isOurs = grant.refreshing?.by === lease.by &&
      grant.refreshing.until === lease.until;
    const refreshing = isOurs ? null : grant.refreshing;
    if (tokens === null) {
      if (!isOurs) return ok(null);
      await tx.pullStates.save([{ ...state, grant: { ...grant, refreshing } }]);
      return ok(null);
    }
    if (!isOurs && grant.grantedAt !== readAt) return ok(null);
    await tx.connectionSecrets.put(sealed);
    await tx.pullStates.save([{
      ...state,
      grant: { ...grantOf(tokens, before, now), refreshing },
    }]);
    return ok(null);
  });
  return text === null ? before : readTokens(text);
}

/** What is known of tokens that were granted now. */
export function grantOf(
  { refreshToken, expiresInS }: TokenSet,
  before: KeptTokens | null,
  now: Instant,
): Grant {
  return {
    grantedAt: now,
    expiresAt: expiresInS === null ? null : plusMs(now, expiresInS * 1_000),
    canRefresh: (refreshToken ?? before?.refreshToken ?? null) !== null,
    refreshing: null,
  };
}
