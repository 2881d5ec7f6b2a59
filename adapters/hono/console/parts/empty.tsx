import type { Child } from "hono/jsx";

/** What stands where a list would be: that there is nothing, and what to do about it. */
export function Empty(
  { title, children }: { readonly title: string; readonly children?: Child },
) {
  return (
    <div class="empty">
      <h2>{title}</h2>
      {children}
    </div>
  );
}
