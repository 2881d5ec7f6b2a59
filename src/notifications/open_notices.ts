import type { NoticeId } from "../kernel/ids.ts";
import type { Incident } from "./incident.ts";
import { isOpen, type Notice, type NoticePlace } from "./notice.ts";

/** What becomes of notices when something happens. */
export interface OpenedNotices {
  /** To be told. */
  readonly opened: readonly Notice[];
  /** Counted on, or ended. */
  readonly changed: readonly Notice[];
}

/**
 * One notice per incident: what belongs to an open one raises its count, anything else opens the next.
 * `latest`: of each kind and key among the incidents, and among what they end, the notice with the highest occurrence.
 */
export function openNotices(
  incidents: readonly Incident[],
  latest: readonly Notice[],
  newId: () => NoticeId,
): OpenedNotices {
  const now = new Map(latest.map((notice) => [placeOf(notice), notice]));
  const opened = new Map<NoticeId, Notice>();
  const changed = new Map<NoticeId, Notice>();
  const change = (notice: Notice) => {
    now.set(placeOf(notice), notice);
    (opened.has(notice.id) ? opened : changed).set(notice.id, notice);
  };
  for (const { key, at, closedAt, ends, endedBy, ...content } of incidents) {
    const ended = ends && now.get(textOf(ends));
    if (ended && isOpen(ended, at)) change({ ...ended, closedAt: at });
    const last = now.get(textOf({ ...content, key }));
    if (last && isOpen(last, at)) {
      const lastAt = last.lastAt > at ? last.lastAt : at;
      change({ ...last, count: last.count + 1, lastAt });
      continue;
    }
    // Jobs may come in another order than what they tell of: its end may be here already.
    const end = endedBy && now.get(textOf(endedBy));
    const notice: Notice = {
      ...content,
      id: newId(),
      version: 1,
      incidentKey: key,
      occurrence: (last?.occurrence ?? 0) + 1,
      openedAt: at,
      closedAt: end && end.openedAt > at ? end.openedAt : closedAt,
      lastAt: at,
      count: 1,
    };
    opened.set(notice.id, notice);
    now.set(placeOf(notice), notice);
  }
  return { opened: [...opened.values()], changed: [...changed.values()] };
}

/** The kinds and keys of notices that incidents touch. */
export function placesOf(
  incidents: readonly Incident[],
): readonly NoticePlace[] {
  const all = incidents.flatMap(({ kind, key, ends, endedBy }) => [
    { kind, key },
    ...ends ? [ends] : [],
    ...endedBy ? [endedBy] : [],
  ]);
  return [...new Map(all.map((place) => [textOf(place), place])).values()];
}

function placeOf({ kind, incidentKey: key }: Notice): string {
  return textOf({ kind, key });
}

function textOf({ kind, key }: NoticePlace): string {
  return `${kind} ${key}`;
}
