import type {
  Connection,
  ConnectionKind,
} from "../../../../src/integrations/connection.ts";
import type {
  Cause,
  ConnectionHealth,
} from "../../../../src/integrations/health.ts";
import type { PayloadState } from "../../../../src/integrations/payload.ts";
import type { PullState } from "../../../../src/integrations/pull_state.ts";
import type { Tone } from "../parts/tag.tsx";

/** How records arrive. */
export const KIND_WORDS: Readonly<Record<ConnectionKind, string>> = {
  api: "Pushed by API",
  file: "Files",
  webhook: "Webhooks",
  pull: "Fetched",
};

/** Why a try came to nothing. */
export const CAUSE_WORDS: Readonly<Record<Cause, string>> = {
  unreachable: "The source could not be reached.",
  server_error: "The source answered with an error of its own.",
  rate_limited: "The source asks to be left alone for a while.",
  unauthorised: "The source did not accept the token.",
  revoked: "The source says that the grant is over.",
  refused: "The address may not be reached from here.",
  rejected: "The source refused the request.",
  too_large: "An answer was too large.",
  unreadable: "An answer could not be read.",
  endless: "The source's list did not come to an end.",
  unmapped: "What came could not be made into records.",
};

/** What became of what was received. */
export const PAYLOAD_WORDS: Readonly<
  Record<PayloadState, { readonly label: string; readonly tone: Tone }>
> = {
  waiting: { label: "waits", tone: "plain" },
  taken_in: { label: "taken in", tone: "good" },
  failed: { label: "failed", tone: "bad" },
  conflict: { label: "conflict", tone: "warn" },
};

/** A state in a word, what it means, and what to do about it. */
export interface Standing {
  readonly label: string;
  readonly tone: Tone;
  readonly advice: string;
}

/** Whether somebody must open the source first, or again. */
export function wantsAuthorisation(
  connection: Connection,
  { state }: ConnectionHealth,
  pull: PullState | null,
): boolean {
  return isOAuth(connection) && connection.archivedAt === null &&
    (state === "needs_reauth" || (pull?.grant ?? null) === null);
}

/** Whether it is opened by OAuth. */
export function isOAuth(connection: Connection): boolean {
  return connection.kind === "pull" &&
    connection.settings.auth.kind === "oauth2";
}

/** How a connection stands, for people. */
export function standingOf(
  connection: Connection,
  health: ConnectionHealth,
  pull: PullState | null,
): Standing {
  if (connection.archivedAt !== null) {
    return {
      label: "archived",
      tone: "plain",
      advice:
        "It takes nothing in any more. Its records stay, and so does all that was decided about them.",
    };
  }
  if (
    health.state !== "paused" && wantsAuthorisation(connection, health, pull)
  ) {
    return health.state === "needs_reauth"
      ? {
        label: "needs authorisation",
        tone: "bad",
        advice:
          "Authorise it again: it goes on where it was, and nothing is lost.",
      }
      : {
        label: "not authorised yet",
        tone: "warn",
        advice: "Authorise it at its source, and the first fetch begins.",
      };
  }
  switch (health.state) {
    case "needs_reauth":
    case "broken":
      return {
        label: "broken",
        tone: "bad",
        advice: connection.kind === "pull"
          ? "It is tried once in a while. Look at the reason, mend it at the source or in the settings, and fetch now."
          : "Look at the reason, mend it, and replay what failed.",
      };
    case "degraded":
      return {
        label: "has failures",
        tone: "warn",
        advice:
          "It is tried again by itself. If it goes on, look at the reason below.",
      };
    case "paused":
      return {
        label: "paused",
        tone: "note",
        advice:
          "Webhooks are kept and not taken in, and nothing is fetched, until it goes on.",
      };
    case "healthy":
      return pull?.run === 0
        ? {
          label: "not begun",
          tone: "warn",
          advice: "Fetch now: that begins its schedule too.",
        }
        : { label: "works", tone: "good", advice: workingAdvice(connection) };
  }
}

function workingAdvice({ kind }: Connection): string {
  switch (kind) {
    case "api":
      return "Takes what is pushed with its id, or with none if it is the default.";
    case "file":
      return "Takes files.";
    case "webhook":
      return "Takes signed webhooks as they come.";
    case "pull":
      return "Fetches on its schedule.";
  }
}
