import { parsePayload } from "../parse_payload.ts";
import { checkJson } from "../../kernel/check_json.ts";
import { isInstantText } from "./source_time.ts";
import type { Json } from "../../kernel/json.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import type { TryOutcome } from "../health.ts";
import { pointedAt, textAt } from "../pointed_at.ts";
import type { PullSettings } from "../pull_settings.ts";
import { nextLink, ownAddress } from "./next_link.ts";
import { retryAfterMs } from "./retry_after.ts";

/** One item of a source's list. */
export interface SourceItem {
  readonly id: string;
  /** As JSON text. */
  readonly body: string;
}

/** A page of a source's list. */
export interface SourcePage {
  readonly items: readonly SourceItem[];
  /** What asks for the page after it; null on the last. */
  readonly next: string | null;
  /** The latest time among its items, as the source writes it. */
  readonly latest: string | null;
}

export type FailedTry = Extract<TryOutcome, { readonly kind: "failed" }>;

/** What a source answered. */
export interface SourceAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  /** Where it came from, after redirects. */
  readonly url: string;
}

/** Items that one page may have. */
const ITEMS_MAX = 5_000;
const ID_LENGTH_MAX = 200;

/** An answer read as the manifest says; or why it is none. `pages` were read before it. */
export function readPage(
  settings: PullSettings,
  answer: SourceAnswer,
  pages: number,
): Result<SourcePage, FailedTry> {
  const bad = badStatus(answer);
  if (bad) return fail(bad);
  const json = readJson(answer.body);
  if (json === undefined) return unreadable("not JSON");
  const list = pointedAt(json, settings.list.items);
  if (!Array.isArray(list)) return unreadable("no list of items");
  if (list.length > ITEMS_MAX) return unreadable("too many items");
  const items: SourceItem[] = [];
  for (const item of list) {
    const id = textAt(item, settings.list.id);
    if (id === undefined || id === "" || id.length > ID_LENGTH_MAX) {
      return unreadable("an item without an id");
    }
    items.push({ id, body: JSON.stringify(item) });
  }
  const next = nextOf(settings, answer, json, items, pages);
  if (!next.ok) return next;
  const latest = latestOf(settings, list);
  return ok({ items, next: next.value, latest });
}

function unreadable(detail: string): Result<never, FailedTry> {
  return fail({ kind: "failed", cause: "unreadable", detail });
}

function badStatus({ status, headers }: SourceAnswer): FailedTry | null {
  if (status >= 200 && status < 300) return null;
  const waitMs = retryAfterMs(headers["retry-after"]);
  return {
    kind: "failed",
    cause: status === 429
      ? "rate_limited"
      : status >= 500 || status === 408
      ? "server_error"
      : status === 401 || status === 403
      ? "unauthorised"
      : "rejected",
    detail: String(status),
    ...waitMs !== null && { retryAfterMs: waitMs },
  };
}

function readJson(bytes: Uint8Array): Json | undefined {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    const json = parsePayload(text);
    const flaws = checkJson(json, { itemsMax: Infinity, roundedToo: true });
    return flaws.length === 0 ? json : undefined;
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) {
      return undefined;
    }
    throw error;
  }
}

function nextOf(
  { paging, list }: PullSettings,
  { headers }: SourceAnswer,
  json: Json,
  items: readonly SourceItem[],
  pages: number,
): Result<string | null, FailedTry> {
  switch (paging.style) {
    case "none":
      return ok(null);
    case "cursor":
      return ok(textAt(json, paging.next) || null);
    case "last_id":
      return ok(
        pointedAt(json, paging.has_more) === true
          ? items.at(-1)?.id ?? null
          : null,
      );
    case "page":
      return ok(items.length === 0 ? null : String(pages + 2));
    case "url":
    case "link": {
      const next = paging.style === "link"
        ? nextLink(headers["link"] ?? "", list.url)
        : ownAddress(textAt(json, paging.next) || null, list.url);
      return next === undefined
        ? unreadable("a next page elsewhere")
        : ok(next);
    }
    default:
      return paging satisfies never;
  }
}

function latestOf(
  { since }: PullSettings,
  list: readonly Json[],
): string | null {
  if (!since) return null;
  let latest: string | null = null;
  for (const item of list) {
    const time = textAt(item, since.pointer);
    if (time === undefined || !isInstantText(time, since.format)) continue;
    if (latest === null || isLater(time, latest, since.format)) latest = time;
  }
  return latest;
}

/** Whether a source's time is after another. */
export function isLater(
  one: string,
  other: string,
  format: NonNullable<PullSettings["since"]>["format"],
): boolean {
  return format === "unix"
    ? Number(one) > Number(other)
    : Date.parse(one) > Date.parse(other);
}
