import { z } from "zod";
import type { TokenSet } from "./oauth.ts";

const schema = z.strictObject({
  accessToken: z.string(),
  refreshToken: z.string().nullable(),
});

/** Tokens as they are sealed. */
export type KeptTokens = z.output<typeof schema>;

/** What was sealed, read. */
export function readTokens(text: string): KeptTokens {
  return schema.parse(JSON.parse(text));
}

/** What is sealed of tokens that were granted: a source that sends no other refresh token lets the one before stand. */
export function writeTokens(
  { accessToken, refreshToken }: TokenSet,
  before: KeptTokens | null,
): string {
  const kept: KeptTokens = {
    accessToken,
    refreshToken: refreshToken ?? before?.refreshToken ?? null,
  };
  return JSON.stringify(kept);
}
