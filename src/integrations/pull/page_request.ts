import type { PullSettings } from "../pull_settings.ts";
import type { PullState } from "../pull_state.ts";

/** The address of the next page: of the one that the position names, or of the first. */
export function pageAddress(
  { list, paging, since }: PullSettings,
  { position, watermark }: Pick<PullState, "position" | "watermark">,
): string {
  if (paging.style === "link" && position) return position.cursor;
  const url = new URL(list.url);
  for (const [name, value] of Object.entries(list.query)) {
    url.searchParams.set(name, value);
  }
  if (since && watermark !== null) {
    url.searchParams.set(since.parameter, earlier(watermark, since));
  }
  if (position && "parameter" in paging) {
    url.searchParams.set(paging.parameter, position.cursor);
  } else if (paging.style === "page") {
    url.searchParams.set(paging.parameter, "1");
  }
  return url.href;
}

/** A time as the source writes it, `overlap_s` earlier. */
function earlier(
  time: string,
  { format, overlap_s }: NonNullable<PullSettings["since"]>,
): string {
  if (format === "unix") return String(Number(time) - overlap_s);
  const iso = new Date(Date.parse(time) - overlap_s * 1_000).toISOString();
  return format === "date" ? iso.slice(0, 10) : iso;
}
