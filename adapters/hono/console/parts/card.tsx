import type { Child } from "hono/jsx";

/** A part of a page with a heading of its own. */
export function Card(
  { title, id, children }: {
    readonly title: string;
    readonly id?: string;
    readonly children?: Child;
  },
) {
  return (
    <section class="card" {...id !== undefined && { id }}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}
