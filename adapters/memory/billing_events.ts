import type { BillingEvents } from "../../ports/billing_events.ts";
import type { Journal } from "./journal.ts";
import type { Shelf } from "./shelf.ts";
import { byText } from "./sorted.ts";

/** A tenant's billing events. */
export function billingEvents(
  { billingEvents: rows }: Shelf,
  journal: Journal,
): BillingEvents {
  return {
    keep: (event, receivedAt) =>
      Promise.try(() => {
        const key = `${event.provider} ${event.id}`;
        if (rows.has(key)) return false;
        journal.set(rows, key, { ...event, receivedAt });
        return true;
      }),
    unknownTypes: () =>
      Promise.try(() => {
        const unknown = [...rows.values()].filter(({ known }) => !known);
        return [...Map.groupBy(unknown, ({ type }) => type)]
          .map(([type, { length: count }]) => ({ type, count }))
          .sort((a, b) => byText(a.type, b.type));
      }),
  };
}
