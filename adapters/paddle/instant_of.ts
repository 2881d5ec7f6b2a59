import { type Instant, readInstant } from "../../src/kernel/instant.ts";

/** Paddle's times have up to nine decimals. Throws for what is no time. */
export function instantOf(text: string): Instant {
  const read = readInstant(text);
  if ("instant" in read) return read.instant;
  throw new Error(`Paddle told a time that ${read.wrong}`);
}
