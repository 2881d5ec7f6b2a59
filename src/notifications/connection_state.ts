const STATES = [
  "healthy",
  "degraded",
  "broken",
  "needs_reauth",
  "paused",
] as const;

/** How a connection is, in a word of ours; `other` for any that this version does not know. */
export type ConnectionState = typeof STATES[number] | "other";

/** The state in a word that a notice may hold. */
export function connectionState(word: string): ConnectionState {
  return STATES.find((state) => state === word) ?? "other";
}
