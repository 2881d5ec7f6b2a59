import { sessionTokens } from "../../adapters/local_identity/session_tokens.ts";
import type { Clock } from "../../ports/clock.ts";
import type { SessionTokens } from "../../ports/session_tokens.ts";
import type { Config } from "./config.ts";
import { acceptedAt, type RotatingSecret } from "./rotating_secret.ts";
import { sessionKeyFile } from "./session_key_file.ts";

/** What signs sessions: the configured key, or that of an embedded service's folder; null where there is neither. */
export async function openSessions(
  { sessionKey, storage }: Pick<Config, "sessionKey" | "storage">,
  clock: Clock,
): Promise<SessionTokens | null> {
  const key: RotatingSecret | null = sessionKey ??
    (storage.kind === "embedded"
      ? {
        newest: await sessionKeyFile(`${storage.folder}/session.key`),
        earlier: [],
      }
      : null);
  return key && sessionTokens({
    clock,
    newestKey: key.newest.reveal(),
    keysAt: (now) => acceptedAt(key, now).map((one) => one.reveal()),
  });
}
