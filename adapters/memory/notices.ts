import type { Notices } from "../../ports/notices.ts";
import { entities } from "./entities.ts";
import type { Journal } from "./journal.ts";
import type { Shelf } from "./shelf.ts";
import { unique } from "./unique.ts";

/** A tenant's notices. */
export function notices(shelf: Shelf, journal: Journal): Notices {
  return {
    ...entities(
      shelf.notices,
      journal,
      unique(
        "one notice of an occurrence",
        shelf.noticeOccurrences,
        ({ kind, incidentKey, occurrence }) =>
          `${kind} ${incidentKey} ${occurrence}`,
        journal,
      ),
    ),
    latest: (places) =>
      Promise.try(() =>
        places.flatMap(({ kind, key }) =>
          [...shelf.notices.values()]
            .filter((one) => one.kind === kind && one.incidentKey === key)
            .sort((a, b) => b.occurrence - a.occurrence)
            .slice(0, 1)
        )
      ),
  };
}
