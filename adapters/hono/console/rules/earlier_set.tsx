import { RULES } from "./rule_path.ts";

/** Above the rules of an earlier version: that they are not in force, and the way back to them. */
export function EarlierSet(
  { version, mayWrite }: {
    readonly version: number;
    readonly mayWrite: boolean;
  },
) {
  return (
    <section class="card note" aria-label="An earlier version">
      <p>
        These are the rules as they stood in version {version}. Hits are of now.
      </p>
      <div class="buttons">
        {mayWrite && (
          <form method="post" action={`${RULES}/backtests`}>
            <input type="hidden" name="version" value={String(version)} />
            <button type="submit">Back-test going back to them</button>
          </form>
        )}
        <a class="button" href={RULES}>To the rules in force</a>
      </div>
    </section>
  );
}
