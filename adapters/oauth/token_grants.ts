import * as oauth from "oauth4webapi";
import type { Outgoing } from "../../ports/outgoing.ts";
import type { OAuthClient, TokenGrants } from "../../ports/token_grants.ts";
import {
  type GrantFailure,
  oauthFailures,
  type TokenSet,
} from "../../src/integrations/oauth.ts";
import type { OAuthSettings } from "../../src/integrations/pull_settings.ts";
import { fail, ok, type Result } from "../../src/kernel/result.ts";
import { fetchBy, NotAnswered } from "./fetch_by.ts";

/** Grants by oauth4webapi, which reaches authorisation servers through `outgoing` alone. */
export function oauthTokenGrants(outgoing: Outgoing): TokenGrants {
  const options = {
    [oauth.customFetch]: fetchBy(outgoing),
    // Whether an address may be asked without TLS is `outgoing`'s to say.
    [oauth.allowInsecureRequests]: true,
  };
  return {
    byCode: (client, { code, state, iss, verifier, redirectUri }) =>
      granted(async () => {
        const [server, party, auth] = parties(client);
        const parameters = oauth.validateAuthResponse(
          server,
          party,
          new URLSearchParams({
            code,
            state,
            // Without an issuer in the settings there is nothing to hold it against.
            ...iss !== null && client.settings.issuer !== undefined && { iss },
          }),
          state,
        );
        const answer = await oauth.authorizationCodeGrantRequest(
          server,
          party,
          auth,
          parameters,
          redirectUri,
          verifier,
          options,
        );
        return tokensOf(
          await oauth.processAuthorizationCodeResponse(server, party, answer),
        );
      }),
    byRefresh: (client, refreshToken) =>
      granted(async () => {
        const [server, party, auth] = parties(client);
        const answer = await oauth.refreshTokenGrantRequest(
          server,
          party,
          auth,
          refreshToken,
          options,
        );
        return tokensOf(
          await oauth.processRefreshTokenResponse(server, party, answer),
        );
      }),
    revoke: (client, token) =>
      granted(async () => {
        const [server, party, auth] = parties(client);
        if (server.revocation_endpoint === undefined) return null;
        const answer = await oauth.revocationRequest(
          server,
          party,
          auth,
          token,
          options,
        );
        await oauth.processRevocationResponse(answer);
        return null;
      }),
  };
}

function parties(
  { settings, secret }: OAuthClient,
): [oauth.AuthorizationServer, oauth.Client, oauth.ClientAuth] {
  const { revocation_endpoint } = settings;
  return [
    {
      issuer: issuerOf(settings),
      authorization_endpoint: settings.authorization_endpoint,
      token_endpoint: settings.token_endpoint,
      ...revocation_endpoint !== undefined && { revocation_endpoint },
    },
    { client_id: settings.client_id },
    settings.client_auth === "none" || secret === null
      ? oauth.None()
      : settings.client_auth === "basic"
      ? oauth.ClientSecretBasic(secret)
      : oauth.ClientSecretPost(secret),
  ];
}

function issuerOf({ issuer, token_endpoint }: OAuthSettings): string {
  return issuer ?? new URL(token_endpoint).origin;
}

function tokensOf(answer: oauth.TokenEndpointResponse): TokenSet {
  return {
    accessToken: answer.access_token,
    refreshToken: answer.refresh_token ?? null,
    expiresInS: answer.expires_in ?? null,
  };
}

async function granted<T>(
  work: () => Promise<T>,
): Promise<Result<T, GrantFailure>> {
  try {
    return ok(await work());
  } catch (error) {
    return fail(failureOf(error));
  }
}

/** Only the error that the specification has for it, in its form, says that a grant is over (RFC 6749, 5.2). */
function failureOf(error: unknown): GrantFailure {
  const reason = error instanceof Error && error.cause instanceof NotAnswered
    ? error.cause
    : error;
  if (reason instanceof NotAnswered) return reason.failure;
  if (error instanceof oauth.ResponseBodyError) {
    return error.error === "invalid_grant"
      ? oauthFailures.revoked()
      : oauthFailures.rejected({ error: codeIn(error.error) });
  }
  // A 401 with a challenge is of the client, whatever the body says besides.
  if (error instanceof oauth.WWWAuthenticateChallengeError) {
    return oauthFailures.rejected({ error: "invalid_client" });
  }
  if (
    error instanceof oauth.OperationProcessingError ||
    error instanceof oauth.AuthorizationResponseError
  ) {
    const { code = "" } = error as { readonly code?: string };
    return oauthFailures.unreadable({ code });
  }
  throw error;
}

/** An error code of the specification's form; what else a server says is not repeated. */
function codeIn(error: string): string {
  return /^[a-z_]{1,40}$/.test(error) ? error : "unknown";
}
