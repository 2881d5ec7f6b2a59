import type { Child } from "hono/jsx";

/** What a state means to whoever looks for trouble. */
export type Tone = "good" | "warn" | "bad" | "note" | "plain";

/** A state in one or two words; its colour says nothing that the words do not. */
export function Tag(
  { tone = "plain", children }: {
    readonly tone?: Tone;
    readonly children?: Child;
  },
) {
  return <span class={`tag ${tone}`}>{children}</span>;
}
