/**
 * A part of a page that takes long: the page is there at once, and its script fetches the part. `href` is a page that
 * has an element of the same id.
 */
export function Later(
  { id, href, what }: {
    /** Once on a page. */
    readonly id: string;
    readonly href: string;
    /** What is being done, for those who wait. */
    readonly what: string;
  },
) {
  return (
    <div id={id} class="card" data-load={href}>
      <p data-script hidden>{what}…</p>
      <progress data-script hidden aria-label={what}></progress>
      <noscript>
        <p>
          <a class="button primary" href={href}>Show it</a>
        </p>
      </noscript>
    </div>
  );
}
