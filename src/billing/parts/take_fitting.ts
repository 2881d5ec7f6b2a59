import type { Result } from "../../kernel/result.ts";
import type { NoRoom } from "../no_room.ts";

/**
 * Takes all in; where the plan has no room for that, one half and then the other, up to the first part that finds none:
 * what comes after it waits, so that the order stays. `halvesOf` gives null for what cannot be parted.
 */
export async function takeFitting<Some, Done>(
  some: Some,
  halvesOf: (some: Some) => readonly [Some, Some] | null,
  take: (some: Some) => Promise<Result<Done, NoRoom>>,
): Promise<Result<Done, NoRoom>> {
  const taken = await take(some);
  const halves = taken.ok ? null : halvesOf(some);
  if (halves === null) return taken;
  const first = await takeFitting(halves[0], halvesOf, take);
  return first.ok ? await takeFitting(halves[1], halvesOf, take) : first;
}
