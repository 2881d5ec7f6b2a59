import { type ConnectionId, isId } from "../kernel/ids.ts";
import { sha256 } from "../kernel/sha256.ts";
import type { OAuthSettings } from "./pull_settings.ts";

/** A `state` that nobody can guess; it names the connection, so that one address serves all of them. */
export function newState(id: ConnectionId, bytes: Uint8Array): string {
  return `${id}.${bytes.toHex()}`;
}

/** The connection that a `state` is of; undefined for one of another form. */
export function connectionOfState(state: string): ConnectionId | undefined {
  const [id = ""] = state.split(".");
  return isId("con", id) ? id : undefined;
}

/** The address of the authorisation request (RFC 6749, 4.1.1) with the challenge of RFC 7636. */
export function authorisationAddress(
  { authorization_endpoint, client_id, scopes, parameters }: OAuthSettings,
  { state, verifier, redirectUri }: {
    readonly state: string;
    readonly verifier: string;
    readonly redirectUri: string;
  },
): string {
  const url = new URL(authorization_endpoint);
  const asked = {
    ...parameters,
    response_type: "code",
    client_id,
    redirect_uri: redirectUri,
    ...scopes.length > 0 && { scope: scopes.join(" ") },
    state,
    code_challenge: challengeOf(verifier),
    code_challenge_method: "S256",
  };
  for (const [name, value] of Object.entries(asked)) {
    url.searchParams.set(name, value);
  }
  return url.href;
}

/** BASE64URL(SHA256(verifier)), RFC 7636, 4.2. */
export function challengeOf(verifier: string): string {
  return Uint8Array.fromHex(sha256(verifier))
    .toBase64({ alphabet: "base64url", omitPadding: true });
}
