import { match } from "ts-pattern";
import type { Deps } from "../../../ports/deps.ts";
import type { Claim } from "../../../ports/identity.ts";
import { entitlementOf } from "../../billing/entitlement.ts";
import {
  type StandingDeps,
  standingNow,
} from "../../billing/parts/read_standing.ts";
import { isFlat } from "../../billing/plan.ts";
import type { Failure } from "../../kernel/failure.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { isSameText } from "../../kernel/same_text.ts";
import { accessFailures } from "../access.ts";
import { isLive } from "../api_key.ts";
import { externalId } from "../external_id.ts";
import { openScope } from "../open_scope.ts";
import type { Scope } from "../scope.ts";
import { isOpen } from "../session.ts";
import { signInExternal } from "./sign_in_external.ts";

type Needs =
  & Pick<Deps, "identity" | "directory" | "keyUses" | "uow" | "ids">
  & StandingDeps;

/** The scope that a token opens; `traceparent` is the caller's. Unknown, revoked and expired ones get the same answer, after the same steps. */
export async function authenticate(
  deps: Needs,
  token: string,
  traceparent?: string,
): Promise<Result<Scope, Failure<"access.unauthenticated">>> {
  const claim = await deps.identity.verify(token);
  const scope = claim && await scopeOf(deps, claim, traceparent);
  return scope
    ? ok(await asItStands(deps, scope))
    : fail(accessFailures.unauthenticated());
}

/** The scope, suspended where its company does not pay now. */
async function asItStands(deps: Needs, scope: Scope): Promise<Scope> {
  const { directory, payments, plans } = deps;
  if (isFlat(plans)) return scope;
  const { tenantId, actor } = scope;
  const account = await directory.billingAccount(tenantId, payments.provider);
  const { mayWrite, paysIn } = entitlementOf(standingNow(deps, account));
  return mayWrite ? scope : openScope(tenantId, actor, {
    ...scope,
    suspended: paysIn,
  });
}

/** The scope of whom a claim names; null where nobody is there any more. */
function scopeOf(
  deps: Needs,
  claim: Claim,
  traceparent: string | undefined,
): Promise<Scope | null> {
  return match(claim)
    .with(
      { kind: "api_key" },
      ({ secretHash }) => scopeOfKey(deps, secretHash, traceparent),
    )
    .with(
      { kind: "session" },
      (session) => scopeOfSession(deps, session, traceparent),
    )
    .with(
      { kind: "external" },
      (claim) => scopeOfExternal(deps, claim, traceparent),
    )
    .exhaustive();
}

async function scopeOfKey(
  deps: Needs,
  secretHash: string,
  traceparent: string | undefined,
): Promise<Scope | null> {
  const found = await deps.directory.apiKeyByHash(secretHash);
  const now = deps.clock.now();
  const isSame = isSameText(secretHash, found?.key.secretHash ?? "");
  if (!found || !isSame || !isLive(found.key, now)) return null;
  const { id, role, scopes, sourceAgent } = found.key;
  deps.keyUses.note({ tenantId: found.tenantId, keyId: id, at: now });
  const actor = { kind: "api_key", id, role, scopes } as const;
  return openScope(found.tenantId, actor, { sourceAgent, traceparent });
}

/** The role is the member's, which is kept in step with the provider; the claim's counts for a member whom it makes. */
async function scopeOfExternal(
  deps: Needs,
  claim: Extract<Claim, { kind: "external" }>,
  traceparent: string | undefined,
): Promise<Scope | null> {
  const { provider, organisation } = claim;
  const tenantId = await deps.directory.tenantOfOrganisation(
    externalId(provider, organisation),
  );
  if (!tenantId) return null;
  const member = await signInExternal(deps, tenantId, claim);
  if (!member) return null;
  const actor = { kind: "member", id: member.id, role: member.role } as const;
  return openScope(tenantId, actor, { traceparent });
}

/** The role is the member's of this moment, not of when the session began. */
async function scopeOfSession(
  deps: Needs,
  session: Extract<Claim, { kind: "session" }>,
  traceparent: string | undefined,
): Promise<Scope | null> {
  const state = await deps.directory.sessionState(session);
  if (!state || !isOpen(session.epoch, state)) return null;
  const { id, tenantId, memberId, expiresAt } = session;
  const actor = { kind: "member", id: memberId, role: state.role } as const;
  return openScope(tenantId, actor, {
    traceparent,
    session: { id, expiresAt },
  });
}
