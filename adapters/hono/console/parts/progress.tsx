import type { EventType } from "../../../../src/events/fact.ts";

/**
 * How far long work is. While it runs, the script fetches the page again whenever one of `events` happens, or every
 * few seconds, and replaces this part; without a script the reader reloads the page.
 */
export function Progress(
  { id, label, done, total, isOver, events = [] }: {
    /** Of this part; once on a page. */
    readonly id: string;
    readonly label: string;
    readonly done: number;
    /** Null: how much there is is not known yet. */
    readonly total: number | null;
    readonly isOver: boolean;
    readonly events?: readonly EventType[];
  },
) {
  const words = total !== null
    ? `${done} of ${total}`
    : done === 0
    ? "Starting"
    : `${done} so far`;
  return (
    <div
      id={id}
      {...isOver
        ? { "data-announce": `${label}: done` }
        : { "data-live": events.join(" ") }}
    >
      <label for={`${id}-bar`}>{label}</label>
      <progress
        id={`${id}-bar`}
        {...total !== null &&
          { max: Math.max(total, 1), value: total === 0 ? 1 : done }}
      >
        {words}
      </progress>
      <p class="quiet small">
        {isOver ? "Done" : words}
        {!isOver && <noscript>· reload the page to see how far it is</noscript>}
      </p>
    </div>
  );
}
