import { cursorOf } from "../../cursor.ts";

/** The way to the first and to the next page of a list; nothing where all of it is shown. */
export function Pager(
  { here, nextCursor }: {
    /** The address of this page, whose query is kept. */
    readonly here: URL;
    /** The id that this page ended with; null on the last. */
    readonly nextCursor: string | null;
  },
) {
  const isFirst = !here.searchParams.has("cursor");
  if (isFirst && nextCursor === null) return null;
  return (
    <nav class="pager" aria-label="Pages">
      {isFirst
        ? <span></span>
        : <a class="button" href={withCursor(here, null)}>First page</a>}
      {nextCursor === null
        ? <span class="quiet">This is the last page.</span>
        : (
          <a
            class="button"
            rel="next"
            href={withCursor(here, cursorOf(nextCursor))}
          >
            Next page
          </a>
        )}
    </nav>
  );
}

function withCursor(here: URL, cursor: string | null): string {
  const query = new URLSearchParams(here.search);
  if (cursor === null) query.delete("cursor");
  else query.set("cursor", cursor);
  const text = query.toString();
  return text === "" ? here.pathname : `${here.pathname}?${text}`;
}
