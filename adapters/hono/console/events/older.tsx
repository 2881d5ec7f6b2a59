/** The way to the latest and to older ones of a list that is ordered by number. */
export function Older(
  { here, last }: {
    /** The address of this page, whose query is kept. */
    readonly here: URL;
    /** The number that the page ended with; null where there is nothing older. */
    readonly last: number | null;
  },
) {
  const isFirst = !here.searchParams.has("before");
  if (isFirst && last === null) return null;
  return (
    <nav class="pager" aria-label="Pages">
      {isFirst
        ? <span></span>
        : <a class="button" href={beginningAt(here, null)}>Latest</a>}
      {last === null
        ? <span class="quiet">There is nothing older.</span>
        : <a class="button" rel="next" href={beginningAt(here, last)}>Older</a>}
    </nav>
  );
}

function beginningAt({ pathname, search }: URL, before: number | null): string {
  const query = new URLSearchParams(search);
  query.delete("before");
  if (before !== null) query.set("before", String(before));
  return query.size === 0 ? pathname : `${pathname}?${query}`;
}
