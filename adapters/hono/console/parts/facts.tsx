import type { Child } from "hono/jsx";

/** Names and what they are: one row each; null is left out. */
export function Facts(
  { rows }: {
    readonly rows: readonly (readonly [name: string, is: Child] | null)[];
  },
) {
  return (
    <dl class="facts">
      {rows.filter((row) => row !== null).map(([name, is]) => (
        <>
          <dt>{name}</dt>
          <dd>{is}</dd>
        </>
      ))}
    </dl>
  );
}
