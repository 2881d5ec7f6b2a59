import type { FormValues } from "../shell/form_state.ts";

/** A form that came after its sender's session had ended, as it was sent, to be sent again. */
export function UnsentForm(
  { to, sent }: {
    /** Path and query of what it was sent to. */
    readonly to: string;
    readonly sent: FormValues;
  },
) {
  return (
    <form method="post" action={to} class="card" id="unsent">
      <h2>What you sent is kept here</h2>
      <p>
        You were signed out before it arrived, and nothing was done. Sign in
        below, which opens another window; then come back and send it again.
      </p>
      {Object.entries(sent).flatMap(([name, value]) =>
        [value].flat().map((one) => (
          <input type="hidden" name={name} value={one} />
        ))
      )}
      <div class="buttons">
        <button type="submit" class="primary">Send it again</button>
      </div>
    </form>
  );
}
