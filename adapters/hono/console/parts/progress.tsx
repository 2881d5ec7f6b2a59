import { type HowFar, howFarText } from "./how_far.ts";

/** A bar, and how far it is in words; both are brought up to date by what `progressStream` says. */
export function ProgressBar(
  { id, label, howFar }: {
    readonly id: string;
    readonly label: string;
    readonly howFar: HowFar;
  },
) {
  const { done, total, isOver } = howFar;
  return (
    <>
      <label for={id}>{label}</label>
      <progress
        id={id}
        {...total !== null &&
          { max: Math.max(total, 1), value: total === 0 ? 1 : done }}
      >
        {howFarText(howFar)}
      </progress>
      <p class="quiet small">
        <span data-said>{isOver ? "Done" : howFarText(howFar)}</span>
        {!isOver && (
          <noscript>&ensp;· reload the page to see how far it is</noscript>
        )}
      </p>
    </>
  );
}

/**
 * How far long work is. While it goes on, the script listens to what `stream` says of it, and at its end fetches the page
 * again and replaces this part; without a script the reader reloads the page.
 */
export function Progress(
  { id, label, howFar, stream }: {
    /** Of this part; once on a page. */
    readonly id: string;
    readonly label: string;
    readonly howFar: HowFar;
    readonly stream: string;
  },
) {
  return (
    <div
      id={id}
      {...howFar.isOver
        ? { "data-announce": `${label}: done` }
        : { "data-live": "", "data-stream": stream }}
    >
      <ProgressBar id={`${id}-bar`} label={label} howFar={howFar} />
    </div>
  );
}
