import type { NoticeId } from "../kernel/ids.ts";
import type { Incident } from "./incident.ts";
import { isOpen, type Notice, type NoticeContent } from "./notice.ts";

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
  const before = new Set(latest);
  const now = new Map(latest.map((notice) => [placeOf(notice), notice]));
  const opened = new Map<NoticeId, Notice>();
  const keep = (notice: Notice) => {
    now.set(placeOf(notice), notice);
    if (opened.has(notice.id)) opened.set(notice.id, notice);
  };
  for (const { key, at, closedAt, ends, ...content } of incidents) {
    const ended = ends && now.get(`${ends.kind} ${ends.key}`);
    if (ended && isOpen(ended, at)) keep({ ...ended, closedAt: at });
    const last = now.get(`${content.kind} ${key}`);
    if (last && isOpen(last, at)) {
      keep({ ...last, count: last.count + 1, lastAt: at });
      continue;
    }
    const notice: Notice = {
      ...content,
      id: newId(),
      version: 1,
      incidentKey: key,
      occurrence: (last?.occurrence ?? 0) + 1,
      openedAt: at,
      closedAt,
      lastAt: at,
      count: 1,
    };
    opened.set(notice.id, notice);
    keep(notice);
  }
  return {
    opened: [...opened.values()],
    changed: [...now.values()].filter((notice) =>
      !before.has(notice) && !opened.has(notice.id)
    ),
  };
}

/** The kinds and keys of notices that incidents touch. */
export function placesOf(
  incidents: readonly Incident[],
): readonly NoticePlace[] {
  const all = incidents.flatMap(({ kind, key, ends }) => [
    { kind, key },
    ...ends ? [ends] : [],
  ]);
  return [
    ...new Map(all.map((place) => [`${place.kind} ${place.key}`, place]))
      .values(),
  ];
}

/** What an incident is of. */
export interface NoticePlace {
  readonly kind: NoticeContent["kind"];
  readonly key: string;
}

function placeOf({ kind, incidentKey }: Notice): string {
  return `${kind} ${incidentKey}`;
}
