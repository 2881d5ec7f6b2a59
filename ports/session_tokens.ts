import type { SignedToken, TokenUse } from "../src/tenancy/session.ts";

/** Makes and reads the tokens that people sign in with. */
export interface SessionTokens {
  /** The token as text: printable, without spaces, at most some hundred characters. */
  sign(token: SignedToken): Promise<string>;
  /** What `text` says; null unless we signed it for this use, and now is its time. */
  verify(use: TokenUse, text: string): Promise<SignedToken | null>;
}
