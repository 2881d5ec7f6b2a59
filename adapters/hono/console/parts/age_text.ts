import type { Instant } from "../../../../src/kernel/instant.ts";

const MINUTE_MS = 60_000;
const UNITS = [
  ["day", 24 * 60 * MINUTE_MS],
  ["hour", 60 * MINUTE_MS],
  ["minute", MINUTE_MS],
] as const;

/** How long ago something was, in the largest unit of which it is one at least: `3 days`. */
export function ageText(since: Instant, now: Instant): string {
  const ms = Date.parse(now) - Date.parse(since);
  const [unit, size] = UNITS.find(([, size]) => ms >= size) ?? UNITS[2];
  return new Intl.NumberFormat("en-GB", {
    style: "unit",
    unit,
    unitDisplay: "long",
  }).format(Math.max(0, Math.floor(ms / size)));
}
