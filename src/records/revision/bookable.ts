import type { RecordId } from "../../kernel/ids.ts";
import { type Counterparts, openCounterparts } from "./counterparts.ts";
import type { Known } from "./standing.ts";

/** The pending records that a booked version without a link may be of. */
export interface Bookable {
  readonly asTheyStand: Counterparts;
  /** By what was kept aside for a person: a record that they decided on waits with the amount before. */
  readonly asKeptAside: Counterparts;
}

/** What the source still shows as pending, it has not booked. */
export function openBookable(
  { candidates, standing }: Known,
  shownPending: ReadonlySet<RecordId>,
): Bookable {
  const [asTheyStand, asKeptAside] = [openCounterparts(), openCounterparts()];
  for (const id of candidates) {
    const one = standing.get(id)!;
    if (!one.pending || shownPending.has(id)) continue;
    asTheyStand.add(one);
    // Its booked version is there already.
    if (one.aside.some(({ pending }) => !pending)) continue;
    for (const { content } of one.aside) {
      asKeptAside.add(one, { ...one.record, ...content, settledByPerson: [] });
    }
  }
  return { asTheyStand, asKeptAside };
}
