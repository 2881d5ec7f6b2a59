import { type Instant, plusMs } from "../kernel/instant.ts";

/** Which embedders' vectors a tenant has. */
export interface EmbeddersInUse {
  /** Has the vectors of all texts: near texts are found by it. */
  readonly serving: string;
  /** Embeds all texts anew, to serve once it has them; null where none does. */
  readonly coming: string | null;
  readonly changedAt: Instant;
}

/** Processes of two configurations, as there are during an upgrade, would else switch back and forth. */
const REST_MS = 3_600_000;

/** What is kept once an embedder has embedded a tenant's first texts. */
export function firstInUse(embedder: string, now: Instant): EmbeddersInUse {
  return { serving: embedder, coming: null, changedAt: now };
}

/** The switch to `configured`, where one is to begin; null where it serves, comes, or the last change was within the hour. */
export function switchTo(
  configured: string,
  inUse: EmbeddersInUse | null,
  now: Instant,
): EmbeddersInUse | null {
  if (!inUse || inUse.serving === configured || inUse.coming === configured) {
    return null;
  }
  if (now < plusMs(inUse.changedAt, REST_MS)) return null;
  return { ...inUse, coming: configured, changedAt: now };
}

/** The end of the switch to the embedder that comes. */
export function switched(
  { serving, coming }: EmbeddersInUse,
  now: Instant,
): EmbeddersInUse {
  return firstInUse(coming ?? serving, now);
}

/** Those whose vectors are kept. */
export function embeddersOf(
  { serving, coming }: EmbeddersInUse,
): readonly string[] {
  return coming === null ? [serving] : [serving, coming];
}
