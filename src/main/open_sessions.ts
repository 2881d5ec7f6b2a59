import { signedFileLinks } from "../../adapters/local_identity/file_links.ts";
import { sessionTokens } from "../../adapters/local_identity/session_tokens.ts";
import type { Clock } from "../../ports/clock.ts";
import type { FileLinks } from "../../ports/file_links.ts";
import type { SessionTokens } from "../../ports/session_tokens.ts";
import type { Config } from "./config.ts";
import { acceptedAt, type RotatingSecret } from "./rotating_secret.ts";
import { keyFile } from "./key_file.ts";

/** What signs sessions and links to files: the configured key, or that of an embedded service's folder; null where there is neither. */
export async function openSessions(
  { sessionKey, storage }: Pick<Config, "sessionKey" | "storage">,
  clock: Clock,
): Promise<
  {
    readonly sessionTokens: SessionTokens | null;
    readonly fileLinks: FileLinks | null;
  }
> {
  const key: RotatingSecret | null = sessionKey ??
    (storage.kind === "embedded"
      ? {
        newest: await keyFile(
          `${storage.folder}/session.key`,
          "everybody signs in anew",
        ),
        earlier: [],
      }
      : null);
  if (key === null) return { sessionTokens: null, fileLinks: null };
  const options = {
    clock,
    newestKey: key.newest.reveal(),
    keysAt: (now: Parameters<typeof acceptedAt>[1]) =>
      acceptedAt(key, now).map((one) => one.reveal()),
  };
  return {
    sessionTokens: sessionTokens(options),
    fileLinks: signedFileLinks(options),
  };
}
