import type { EventsAbout } from "../../ports/personal_data.ts";
import type { Shelf } from "./shelf.ts";

/** The numbers of the first `limit` events about these whose payload is still there. */
export function eventsAbout(
  { events }: Pick<Shelf, "events">,
  { types, recordIds = [], deadLetterIds = [], memberId }: EventsAbout,
  limit: number,
): readonly number[] {
  const wanted = new Set<unknown>([...recordIds, ...deadLetterIds]);
  if (memberId !== undefined) wanted.add(memberId);
  return events.filter(({ type, payload, salt }) => {
    if (salt === null || !types.includes(type)) return false;
    const { record_id, dead_letter_id, member_id, task } = payload;
    const inTask = (task as { recordIds?: readonly string[] } | undefined)
      ?.recordIds ?? [];
    return [record_id, dead_letter_id, member_id, ...inTask]
      .some((id) => id !== undefined && wanted.has(id));
  }).slice(0, limit).map(({ seq }) => seq);
}
