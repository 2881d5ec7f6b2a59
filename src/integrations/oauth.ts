import { type Failure, failures } from "../kernel/failure.ts";

export const oauthFailures = failures("oauth", {
  revoked: {
    category: "conflict",
    title: "The source says that this grant is over",
  },
  rejected: {
    category: "conflict",
    title: "The source does not accept the OAuth client or the request",
  },
  unavailable: {
    category: "unavailable",
    title: "The source's authorisation server does not answer as it should",
  },
  unreadable: {
    category: "conflict",
    title: "The source's authorisation server answered what cannot be read",
  },
  not_reached: {
    category: "conflict",
    title: "The source's authorisation server may not be reached",
  },
  denied: {
    category: "conflict",
    title: "The authorisation was not given",
  },
  unknown_state: {
    category: "invalid",
    title:
      "This authorisation was not begun by you, was finished before, or took too long",
  },
});

/** Why a token was not granted. `revoked` alone means that the grant is over; the others may be a hiccup or a mistake. */
export type GrantFailure = Failure<
  | "oauth.revoked"
  | "oauth.rejected"
  | "oauth.unavailable"
  | "oauth.unreadable"
  | "oauth.not_reached"
>;

/** Tokens as they were granted. */
export interface TokenSet {
  readonly accessToken: string;
  readonly refreshToken: string | null;
  /** Seconds for which the access token is good; null: the source does not tell. */
  readonly expiresInS: number | null;
}
