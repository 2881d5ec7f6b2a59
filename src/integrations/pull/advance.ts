import type { Instant } from "../../kernel/instant.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { sha256 } from "../../kernel/sha256.ts";
import type { PullSettings } from "../pull_settings.ts";
import type { PullPosition } from "../pull_state.ts";
import { type FailedTry, isLater, type SourcePage } from "./read_page.ts";

/** Pages that one pull reads: a million items of a hundred a page. */
export const PAGES_MAX = 10_000;
/** Pages in a row that bring nothing new: a list that is told in whole each time has many, a circle has no end of them. */
export const STALE_MAX = 1_000;
/** An empty page that has a next one counts as so many. */
const EMPTY_COUNTS = 50;
/** Cursors that are remembered: a circle is seldom larger. */
const SEEN_MAX = 50;

/** Where the pull stands after a page of which `fresh` items are new: null after the last. Fails where it would never end. */
export function advance(
  before: PullPosition | null,
  page: SourcePage,
  fresh: number,
  settings: PullSettings,
): Result<PullPosition | null, FailedTry> {
  if (page.next === null) return ok(null);
  const pages = (before?.pages ?? 0) + 1;
  const hash = sha256(page.next).slice(0, 16);
  const seen = before?.seen ?? [];
  const stale = page.items.length === 0 ? EMPTY_COUNTS : 1;
  const staleInRow = fresh > 0 ? 0 : (before?.staleInRow ?? 0) + stale;
  const ids = sha256(JSON.stringify(page.items.map(({ id }) => id)))
    .slice(0, 16);
  if (seen.includes(hash)) return endless("a cursor came again");
  // A source that does not know our parameter answers the first page each time.
  if (page.items.length > 0 && ids === before?.page) {
    return endless("a page came again");
  }
  if (pages >= PAGES_MAX) return endless("too many pages");
  if (staleInRow >= STALE_MAX) return endless("pages without anything new");
  return ok({
    cursor: page.next,
    pages,
    staleInRow,
    page: ids,
    seen: [...seen, hash].slice(-SEEN_MAX),
    latest: later(before?.latest ?? null, page.latest, settings),
  });
}

/** A time of the source that is not after `now`: one that lies ahead, as of a planned payment, would hide all until then. */
export function notAhead(
  time: string | null,
  now: Instant,
  { since }: PullSettings,
): string | null {
  if (time === null || !since) return time;
  const today = since.format === "unix"
    ? String(Math.floor(Date.parse(now) / 1_000))
    : since.format === "date"
    ? now.slice(0, 10)
    : now;
  return isLater(time, today, since.format) ? today : time;
}

/** The later of two times of the source. */
export function later(
  one: string | null,
  other: string | null,
  { since }: PullSettings,
): string | null {
  if (one === null || other === null || !since) return one ?? other;
  return isLater(other, one, since.format) ? other : one;
}

function endless(detail: string): Result<never, FailedTry> {
  return fail({ kind: "failed", cause: "endless", detail });
}
