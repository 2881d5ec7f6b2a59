import type { Child } from "hono/jsx";

/** What stands where a list would be: that there is nothing, and what to do about it. */
export function Empty(
  { title, id, children }: {
    readonly title: string;
    readonly id?: string;
    readonly children?: Child;
  },
) {
  return (
    <div class="empty" {...id !== undefined && { id }}>
      <h2>{title}</h2>
      {children}
    </div>
  );
}
