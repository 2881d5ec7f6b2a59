import { sessionTokens } from "../../adapters/local_identity/session_tokens.ts";
import { signedFileLinks } from "../../adapters/local_identity/file_links.ts";
import type { Clock } from "../../ports/clock.ts";

/** The key that the sessions of tests are signed with. */
export const TEST_SESSION_KEY = "a key for the sessions of tests only";

export function testSessions(clock: Clock) {
  return sessionTokens({
    clock,
    newestKey: TEST_SESSION_KEY,
    keysAt: () => [TEST_SESSION_KEY],
  });
}

export function testFileLinks(clock: Clock) {
  return signedFileLinks({
    clock,
    newestKey: TEST_SESSION_KEY,
    keysAt: () => [TEST_SESSION_KEY],
  });
}
