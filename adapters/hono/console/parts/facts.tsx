import type { Child } from "hono/jsx";

/** Names and what they are: a list of `Fact`. */
export function Facts({ children }: { readonly children?: Child }) {
  return <dl class="facts">{children}</dl>;
}

/** One name and what it is. */
export function Fact(
  { name, children }: { readonly name: string; readonly children?: Child },
) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}
