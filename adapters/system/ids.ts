import { uuidV7Id } from "../../src/kernel/ids.ts";
import type { Ids } from "../../ports/ids.ts";

const COUNTER_MAX = 0xfff;

/**
 * Ids from the machine's clock and its random source; each sorts after the one before it, even within
 * one millisecond or when the clock steps back. RFC 9562, section 6.2, method 1: the 12 bits behind the
 * time count up from a random start, with the top bit free for the counter to grow into.
 */
export function randomIds(now: () => number = Date.now): Ids {
  let unixMs = 0;
  let counter = 0;
  return {
    next(prefix) {
      const random = crypto.getRandomValues(new Uint8Array(10));
      const ms = now();
      if (ms > unixMs) {
        unixMs = ms;
        counter = ((random[0]! << 8) | random[1]!) & (COUNTER_MAX >> 1);
      } else if (++counter > COUNTER_MAX) {
        unixMs++;
        counter = 0;
      }
      random[0] = counter >> 8;
      random[1] = counter & 0xff;
      return uuidV7Id(prefix, unixMs, random);
    },
    secretBytes: () => crypto.getRandomValues(new Uint8Array(32)),
  };
}
