import type { Deps } from "../../../ports/deps.ts";
import type { Failure } from "../../kernel/failure.ts";
import type { ConnectionId } from "../../kernel/ids.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { sha256 } from "../../kernel/sha256.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import { actorId, type Scope } from "../../tenancy/scope.ts";
import { connectionOfState } from "../authorisation.ts";
import { SECRET_NAMES } from "../connection.ts";
import { chanceOf } from "../chance.ts";
import { type GrantFailure, oauthFailures } from "../oauth.ts";
import { grantOf } from "../parts/keep_tokens.ts";
import { noteOutcome } from "../parts/note_outcomes.ts";
import { planPull } from "../parts/plan_pull.ts";
import { open, seal, sealedOf } from "../parts/sealed.ts";
import { writeTokens } from "../tokens.ts";

/** What a browser brings back from a source. */
export interface AuthorisationReturn {
  readonly state: string;
  /** Null where the source says `error` instead. */
  readonly code: string | null;
  readonly error: string | null;
  readonly iss: string | null;
}

/** Exchanges the code for tokens, seals them, and fetches for the first time. A `state` is good once, for who began. */
export async function completeAuthorisation(
  deps: Pick<Deps, "uow" | "clock" | "ids" | "sealer" | "tokenGrants">,
  scope: Scope,
  { state, code, error, iss }: AuthorisationReturn,
): Promise<
  Result<
    ConnectionId,
    | AccessDenied
    | GrantFailure
    | Failure<
      | "oauth.unknown_state"
      | "oauth.denied"
      | "sealed.unknown_key"
      | "sealed.wrong"
    >
  >
> {
  const allowed = permit(scope, "connections.write");
  if (!allowed.ok) return allowed;
  const { sealer } = deps;
  const id = connectionOfState(state);
  if (id === undefined || !sealer) return fail(oauthFailures.unknown_state());
  const now = deps.clock.now();
  const taken = await deps.uow.run(allowed.value, async (tx) => {
    const [connection] = await tx.connections.find([id]);
    const [pull] = await tx.pullStates.find([id]);
    const begun = pull?.authorisation;
    if (
      connection?.kind !== "pull" || connection.archivedAt !== null ||
      connection.settings.auth.kind !== "oauth2" || !pull || !begun ||
      begun.stateHash !== sha256(state) || begun.startedBy !== actorId(scope) ||
      begun.expiresAt <= now
    ) return fail(oauthFailures.unknown_state());
    await tx.pullStates.save([{ ...pull, authorisation: null }]);
    return ok({
      settings: connection.settings.auth,
      begun,
      sealed: await sealedOf(tx, id),
    });
  });
  if (!taken.ok) return taken;
  if (code === null) {
    return fail(oauthFailures.denied({ error: codeIn(error) }));
  }
  const { settings, begun, sealed } = taken.value;
  const secrets = await open(sealer, scope.tenantId, sealed);
  if (!secrets.ok) return secrets;
  const granted = await deps.tokenGrants.byCode({
    settings,
    secret: secrets.value[SECRET_NAMES.clientSecret] ?? null,
  }, {
    code,
    state,
    iss,
    verifier: secrets.value[SECRET_NAMES.verifier] ?? "",
    redirectUri: begun.redirectUri,
  });
  if (!granted.ok) return granted;
  const tokens = await seal(sealer, scope.tenantId, id, {
    [SECRET_NAMES.tokens]: writeTokens(granted.value, null),
    // Used once: what is left of it opens nothing.
    [SECRET_NAMES.verifier]: "",
  }, now);
  const chance = chanceOf(deps.ids.secretBytes());
  return deps.uow.run(allowed.value, async (tx) => {
    const [pull] = await tx.pullStates.find([id]);
    await tx.connectionSecrets.put(tokens);
    await noteOutcome(tx, id, { kind: "succeeded", step: "source" }, {
      now,
      chance,
    });
    tx.events.append([{
      type: "CONNECTION_AUTHORISED",
      payload: { connection_id: id },
    }]);
    await planPull(
      tx,
      { ...pull!, grant: grantOf(granted.value, null, now) },
      null,
      (run) => ({
        type: "PULL_REQUESTED",
        payload: { connection_id: id, run },
      }),
    );
    return ok(id);
  });
}

function codeIn(error: string | null): string {
  return error !== null && /^[a-z_]{1,40}$/.test(error) ? error : "unknown";
}
