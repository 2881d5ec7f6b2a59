import type { RulesImport } from "../../../../src/rules/use_cases/import_rules.ts";
import { Fact, Facts } from "../parts/facts.tsx";
import { wholeText } from "../parts/figures.tsx";

/** Rules that are named of each kind. */
const NAMED_MAX = 20;

/** Whether a document says anything else than what is in force. */
export function changesRules({ diff }: RulesImport): boolean {
  const { created, changed, removed, moved } = diff;
  return [created, changed, removed, moved].some((list) => list.length > 0);
}

/** What a document would change of the rules in force. */
export function ImportEffect({ effect }: { readonly effect: RulesImport }) {
  const { created, changed, removed, moved, unchanged } = effect.diff;
  if (!changesRules(effect)) {
    return (
      <p role="status">
        The document says just what is in force: nothing changes.
      </p>
    );
  }
  return (
    <div role="status">
      <h3>What would change</h3>
      <Facts>
        <Named
          title="New"
          names={created.map(({ rule }) => rule.name)}
        />
        <Named
          title="Changed"
          names={changed.map(({ after, changes }) =>
            `${after.name} (${changes.map(({ field }) => field).join(", ")})`
          )}
        />
        <Named title="Removed" names={removed.map(({ name }) => name)} />
        <Fact name="Moved">{wholeText(moved.length)}</Fact>
        <Fact name="As they are">{wholeText(unchanged)}</Fact>
      </Facts>
    </div>
  );
}

function Named(
  { title, names }: {
    readonly title: string;
    readonly names: readonly string[];
  },
) {
  const more = names.length - NAMED_MAX;
  return (
    <Fact name={title}>
      {wholeText(names.length)}
      {names.length > 0 && `: ${names.slice(0, NAMED_MAX).join("; ")}`}
      {more > 0 && ` and ${wholeText(more)} more`}
    </Fact>
  );
}
