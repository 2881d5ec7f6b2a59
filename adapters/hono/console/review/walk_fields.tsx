import type { Walk } from "./walk.ts";

/** The way in a form. */
export function WalkFields(
  { walk: { queue, passed } }: { readonly walk: Walk },
) {
  return (
    <>
      {queue !== null && <input type="hidden" name="queue" value={queue} />}
      {passed.length > 0 && (
        <input type="hidden" name="passed" value={passed.join(",")} />
      )}
    </>
  );
}
