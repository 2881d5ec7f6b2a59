import type { Child } from "hono/jsx";

/**
 * A part of a page that takes long to work out, so that the page itself need not wait for it. The script fetches it at
 * once from `href`, a page with a part of the same id; without a script the reader follows the link.
 */
export function Later(
  { id, href, label, children }: {
    /** Of this part; once on a page. */
    readonly id: string;
    readonly href: string;
    /** What the link says, such as `Look for overlaps`. */
    readonly label: string;
    readonly children?: Child;
  },
) {
  return (
    <div id={id} class="later" data-later={href}>
      {children}
      <p>
        <a class="button primary" href={href}>{label}</a>
      </p>
      <p class="quiet" data-script hidden role="status">Looking …</p>
    </div>
  );
}
