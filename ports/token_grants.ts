import type { GrantFailure, TokenSet } from "../src/integrations/oauth.ts";
import type { OAuthSettings } from "../src/integrations/pull_settings.ts";
import type { Result } from "../src/kernel/result.ts";

/** Who we are to a source's authorisation server. */
export interface OAuthClient {
  readonly settings: OAuthSettings;
  /** Null of a public client. */
  readonly secret: string | null;
}

/** The answer that a browser brought back from an authorisation server. */
export interface AuthorisationAnswer {
  readonly code: string;
  readonly state: string;
  /** The server's issuer, where it told it (RFC 9207). */
  readonly iss: string | null;
  /** The verifier whose challenge was sent (RFC 7636). */
  readonly verifier: string;
  readonly redirectUri: string;
}

/** Asks authorisation servers for tokens. */
export interface TokenGrants {
  byCode(
    client: OAuthClient,
    answer: AuthorisationAnswer,
  ): Promise<Result<TokenSet, GrantFailure>>;
  /** The refresh token of the answer is the one to use next; null where the one used stays good. */
  byRefresh(
    client: OAuthClient,
    refreshToken: string,
  ): Promise<Result<TokenSet, GrantFailure>>;
  /** Tells the server that a token is no longer wanted (RFC 7009). */
  revoke(
    client: OAuthClient,
    token: string,
  ): Promise<Result<null, GrantFailure>>;
}
