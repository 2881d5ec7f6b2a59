import type { Flash, FlashNext } from "../shell/flash.ts";

/** What the page before left to be said. */
export function FlashMessage({ flash }: { readonly flash: Flash | null }) {
  if (flash === null) return null;
  return (
    <div
      class={`flash ${flash.kind}`}
      role={flash.kind === "done" ? "status" : "alert"}
    >
      <p>{flash.text}</p>
      {flash.next && <FlashButton next={flash.next} />}
    </div>
  );
}

/** The button that does something about it. */
export function FlashButton(
  { next: { label, key, action, name, value } }: { readonly next: FlashNext },
) {
  return (
    <form method="post" action={action}>
      <input type="hidden" name={name} value={value} />
      <button type="submit" data-key={key} aria-keyshortcuts={key}>
        {label} <kbd aria-hidden="true">{key}</kbd>
      </button>
    </form>
  );
}
