import { REVIEW } from "./review_path.ts";
import type { Walk } from "./walk.ts";
import { WalkFields } from "./walk_fields.tsx";

/** From an item that waits no more to the next on the way. */
export function GoOn({ walk }: { readonly walk: Walk }) {
  return (
    <form method="post" action={`${REVIEW}/next`}>
      <WalkFields walk={walk} />
      <button
        type="submit"
        class="primary"
        data-key="n j"
        aria-keyshortcuts="n j"
      >
        Go on reviewing <kbd aria-hidden="true">n</kbd>
      </button>
    </form>
  );
}
