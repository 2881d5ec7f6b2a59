import { EDITS, WAS } from "./edit_state.ts";
import type { FormValues } from "./form_state.ts";

/** What fields of ours hold that nobody wrote. */
const UNWRITTEN: readonly string[] = [EDITS, "once", "seen", "do", "as"];

/** What somebody wrote in a form that cannot be shown any more, to be copied; nothing where they wrote nothing. */
export function SentTexts({ sent }: { readonly sent: FormValues }) {
  const written = Object.entries(sent).filter(([name]) =>
    !UNWRITTEN.includes(name) && !name.startsWith(WAS)
  );
  if (written.length === 0) return null;
  return (
    <section class="card">
      <h2>What you sent</h2>
      <p>Nothing was done. Copy what you want to keep.</p>
      <pre class="sent" tabindex={0} aria-label="What you sent">
        {written.map(([name, value]) => `${name}: ${[value].flat().join(", ")}`)
          .join("\n")}
      </pre>
    </section>
  );
}
