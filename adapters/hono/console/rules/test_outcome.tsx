import type { RuleId } from "../../../../src/kernel/ids.ts";
import type { CompanyRecord } from "../../../../src/records/record.ts";
import type { RuleInSetExplanation } from "../../../../src/rules/explain/explain_set.ts";
import type { RulesTest } from "../../../../src/rules/use_cases/test_rules.ts";
import { Card } from "../parts/card.tsx";
import { Fact, Facts } from "../parts/facts.tsx";
import { Amount, Day, wholeText } from "../parts/figures.tsx";
import { Tag, type Tone } from "../parts/tag.tsx";
import { DiffTable } from "./diff_table.tsx";
import { ExplainedCondition } from "./explained_condition.tsx";
import { rulePath } from "./rule_path.ts";

/** Rules that are told one by one; a company may have thousands. */
const TOLD_MAX = 50;
const ORDER = ["matched", "failed", "skipped_disabled", "not_reached"];

const OUTCOMES: Readonly<
  Record<
    RuleInSetExplanation["outcome"],
    { readonly label: string; readonly tone: Tone }
  >
> = {
  matched: { label: "matches", tone: "good" },
  failed: { label: "does not match", tone: "plain" },
  skipped_disabled: { label: "switched off", tone: "plain" },
  not_reached: { label: "not reached", tone: "note" },
};

/** What came of trying rules on a record. */
export function TestOutcome(
  { tried, record, rules, names, rule }: {
    readonly tried: RulesTest;
    readonly record: CompanyRecord;
    /** Rules by name, by id. */
    readonly rules: ReadonlyMap<string, string>;
    readonly names: ReadonlyMap<string, string>;
    /** The one that was asked for; null of all. */
    readonly rule: RuleId | null;
  },
) {
  const { becomes, outcome } = tried;
  const told = tried.rules.toSorted((a, b) =>
    ORDER.indexOf(a.outcome) - ORDER.indexOf(b.outcome)
  ).slice(0, TOLD_MAX);
  const hits = outcome.hits.map(({ rule_id }) => rules.get(rule_id) ?? rule_id);
  return (
    <>
      <div class="columns">
        <Card title={record.description}>
          <Facts>
            <Fact name="Counterparty">{record.counterparty ?? "none"}</Fact>
            <Fact name="Amount">
              <Amount money={record.amount} />
            </Fact>
            <Fact name="Date">
              <Day at={record.occurredAt} />
            </Fact>
            {Object.entries(record.attributes).map(([name, value]) => (
              <Fact name={name}>{String(value)}</Fact>
            ))}
          </Facts>
          <p class="more">
            <a href={`/console/records/${record.id}`}>Open the record</a>
          </p>
        </Card>
        <Card title="What the rules say">
          <p>
            {hits.length === 0
              ? `None of ${wholeText(outcome.considered)} rules matches.`
              : (
                <>
                  <strong>{hits.join(", ")}</strong>{" "}
                  {hits.length === 1 ? "matches" : "match"}.
                </>
              )}
          </p>
          <Facts>
            <Fact name="Category">
              {becomes.category_id === null
                ? "none by a rule"
                : names.get(becomes.category_id) ?? becomes.category_id}
            </Fact>
            <Fact name="A person is asked">
              {becomes.review ? "yes" : "no"}
            </Fact>
          </Facts>
        </Card>
      </div>
      {becomes.changes.length > 0 && (
        <DiffTable
          caption="What would change, if it were decided by these rules now"
          diffs={[{
            recordId: record.id,
            recordVersion: record.version,
            becomes: becomes.review
              ? "review"
              : becomes.category_id === null
              ? "undecided"
              : "settled",
            changes: becomes.changes,
            undo: null,
          }]}
          known={{
            records: new Map([[record.id, record]]),
            rules: rules as ReadonlyMap<RuleId, string>,
            names,
          }}
        />
      )}
      <Card title={rule === null ? "Each rule, and why" : "Why"}>
        <ul class="tried">
          {told.map((one) => (
            <li>
              <Told one={one} rules={rules} />
            </li>
          ))}
        </ul>
        {tried.rules.length > told.length && (
          <p class="quiet small">
            and {wholeText(tried.rules.length - told.length)} more
          </p>
        )}
      </Card>
    </>
  );
}

function Told(
  { one, rules }: {
    readonly one: RuleInSetExplanation;
    readonly rules: ReadonlyMap<string, string>;
  },
) {
  const { label, tone } = OUTCOMES[one.outcome];
  const why = one.condition ?? one.because?.condition ?? null;
  const lost = one.fields.filter(({ set_by }) => set_by !== one.rule_id);
  return (
    <>
      <p>
        <a href={rulePath(one.rule_id)}>{one.name}</a>{" "}
        <Tag tone={tone}>{label}</Tag>
      </p>
      {one.won_by !== null && (
        <p class="quiet small">
          “{rules.get(one.won_by) ?? one.won_by}” stands before it and ended it.
        </p>
      )}
      {why && <ExplainedCondition condition={why} />}
      {lost.map(({ field, set_by }) => (
        <p class="quiet small">
          {field} is set by{" "}
          {set_by === "person"
            ? "a person"
            : `“${rules.get(set_by) ?? set_by}”`} instead.
        </p>
      ))}
    </>
  );
}
