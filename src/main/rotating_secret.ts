import type { Instant } from "../kernel/instant.ts";
import type { Secret } from "./secret.ts";

/** A secret while it is being changed: the newest one is given out and signed with, earlier ones are accepted until their time. */
export interface RotatingSecret {
  readonly newest: Secret;
  readonly earlier: readonly {
    readonly secret: Secret;
    readonly until: Instant;
  }[];
}

/** What is accepted at `now`, the newest first. */
export function acceptedAt(
  { newest, earlier }: RotatingSecret,
  now: Instant,
): readonly Secret[] {
  return [
    newest,
    ...earlier.filter(({ until }) => until > now).map(({ secret }) => secret),
  ];
}
