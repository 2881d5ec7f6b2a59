import type { Child } from "hono/jsx";

/** A button that asks once more before anything is done: what it opens holds the form. Needs no script. */
export function Ask(
  { id, button, tone = "", title, children }: {
    /** Of what is opened; once on a page. */
    readonly id: string;
    readonly button: string;
    readonly tone?: "primary" | "danger" | "";
    readonly title: string;
    /** What it means, and the form with its button. */
    readonly children?: Child;
  },
) {
  return (
    <>
      <button type="button" class={tone} popovertarget={id}>{button}</button>
      <div
        id={id}
        popover="auto"
        class="ask"
        role="dialog"
        aria-labelledby={`${id}-title`}
      >
        <h2 id={`${id}-title`}>{title}</h2>
        {children}
      </div>
    </>
  );
}

/** Closes the question that it is in. */
export function Cancel({ of }: { readonly of: string }) {
  return (
    <button type="button" popovertarget={of} popovertargetaction="hide">
      Cancel
    </button>
  );
}
