import type { RecordId } from "../../../../src/kernel/ids.ts";
import type { CompanyRecord } from "../../../../src/records/record.ts";
import type { Suggestion } from "../../../../src/rules/suggestions/suggestion.ts";
import { Fact, Facts } from "../parts/facts.tsx";
import { percentText, wholeText } from "../parts/figures.tsx";
import { RuleWords } from "./rule_words.tsx";
import { RULES } from "./rule_path.ts";

/** One suggestion: the rule, what speaks for it and against, and what it would do. */
export function SuggestionCard(
  { suggestion, names, records, precision, mayWrite, mustTest }: {
    readonly suggestion: Suggestion;
    readonly names: ReadonlyMap<string, string>;
    readonly records: ReadonlyMap<RecordId, CompanyRecord>;
    /** As it was asked for. */
    readonly precision: string;
    readonly mayWrite: boolean;
    readonly mustTest: boolean;
  },
) {
  const { id, rule, support, right, effect } = suggestion;
  const at = `${RULES}/suggestions/${id}`;
  return (
    <section class="card" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{rule.name}</h2>
      <div class="columns">
        <div>
          <RuleWords rule={rule} names={names} />
          <Examples
            title="It would decide"
            ids={suggestion.examples}
            records={records}
          />
          {suggestion.counterExamples.length > 0 && (
            <Examples
              title="People said otherwise"
              ids={suggestion.counterExamples}
              records={records}
            />
          )}
        </div>
        <Facts>
          <Fact name="As people decided">
            {wholeText(right)} of {wholeText(support)}
          </Fact>
          <Fact name="Right at least">
            {percentText(suggestion.precisionAtLeast)}{" "}
            <span class="quiet small">with 95% confidence</span>
          </Fact>
          <Fact name="Would decide">{wholeText(effect.decides)}</Fact>
          <Fact name="Of them changed">{wholeText(effect.changes)}</Fact>
          <Fact name="Questions saved">{wholeText(effect.reviewsSaved)}</Fact>
        </Facts>
      </div>
      {mayWrite && (
        <form method="post" action={`${at}/accept`} class="buttons">
          <input type="hidden" name="precision" value={precision} />
          {!mustTest && (
            <button type="submit" name="do" value="make" class="primary">
              Make this rule<span class="unseen">: {rule.name}</span>
            </button>
          )}
          <button
            type="submit"
            name="do"
            value="backtest"
            class={mustTest ? "primary" : ""}
          >
            Back-test<span class="unseen">: {rule.name}</span>
          </button>
          <button type="submit" formaction={`${at}/dismiss`}>
            Dismiss<span class="unseen">: {rule.name}</span>
          </button>
        </form>
      )}
    </section>
  );
}

function Examples(
  { title, ids, records }: {
    readonly title: string;
    readonly ids: readonly RecordId[];
    readonly records: ReadonlyMap<RecordId, CompanyRecord>;
  },
) {
  return (
    <>
      <h3>{title}</h3>
      <ul class="examples">
        {ids.map((id) => (
          <li>
            <a href={`/console/records/${id}`}>
              {records.get(id)?.description ?? id}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
