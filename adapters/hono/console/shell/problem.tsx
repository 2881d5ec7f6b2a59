import type { Failure } from "../../../../src/kernel/failure.ts";

/** What to do about failures of a category, in a sentence. */
const ADVICE: Readonly<Record<Failure["category"], string>> = {
  invalid: "Go back, mend it, and send it again.",
  unauthenticated: "Sign in, and open the page again.",
  forbidden:
    "Ask an owner or an admin of your company, if you should be able to do this.",
  missing: "It may have been removed, or the address is wrong.",
  conflict:
    "Somebody was quicker. Open the page again to see how it stands now.",
  over_limit: "Wait a little, and try again.",
  payment_due: "An owner of your company can settle this under Billing.",
  unavailable: "Nothing was lost. Try again in a moment.",
};

/** A failure, in words: what is wrong, what to do, and by which id the log knows of it. */
export function Problem(
  { failure, requestId, again = null }: {
    readonly failure: Failure;
    readonly requestId: string;
    /** Where to try again. */
    readonly again?: string | null;
  },
) {
  return (
    <div class="problem">
      <p>{ADVICE[failure.category]}</p>
      {failure.flaws.length > 0 && (
        <ul>
          {failure.flaws.map(({ pointer, detail }) => (
            <li>
              <code>{pointer.slice(1)}</code> {detail}
            </li>
          ))}
        </ul>
      )}
      <p class="quiet small">
        Request <code>{requestId}</code> · <code>{failure.kind}</code>
      </p>
      <p class="buttons">
        {again !== null && <a class="button primary" href={again}>Try again</a>}
        <a class="button" href="/console">To the console</a>
      </p>
    </div>
  );
}
