import type { Flash } from "../shell/flash.ts";

/** What the page before left to be said. */
export function FlashMessage({ flash }: { readonly flash: Flash | null }) {
  if (flash === null) return null;
  return (
    <div
      class={`flash ${flash.kind}`}
      role={flash.kind === "done" ? "status" : "alert"}
    >
      <p>{flash.text}</p>
    </div>
  );
}
