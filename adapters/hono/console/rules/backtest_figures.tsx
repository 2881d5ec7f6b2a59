import type {
  Agreement,
  BacktestReport,
  RuleReport,
} from "../../../../src/rules/history/backtest_report.ts";
import type { RecordId, RuleId } from "../../../../src/kernel/ids.ts";
import { Card } from "../parts/card.tsx";
import { DataTable } from "../parts/data_table.tsx";
import { Fact, Facts } from "../parts/facts.tsx";
import { percentText, wholeText } from "../parts/figures.tsx";
import { fieldText } from "../parts/rule_words.tsx";

/** What a back-test counted. */
export function BacktestFigures(
  { report }: { readonly report: BacktestReport },
) {
  const { becomes, reviews, agreement, fields } = report;
  return (
    <div class="columns">
      <Card title="What would change">
        <Facts>
          <Fact name="Records looked at">{wholeText(report.scanned)}</Fact>
          <Fact name="Would change">
            <strong>{wholeText(report.changed)}</strong>
          </Fact>
          <Fact name="Settled by a rule">{wholeText(becomes.settled)}</Fact>
          <Fact name="Sent to a person">{wholeText(becomes.review)}</Fact>
          <Fact name="No longer decided">{wholeText(becomes.undecided)}</Fact>
          {some("Other fields only", becomes.kept)}
          {some("Questions saved", reviews.saved)}
          {some("Questions added", reviews.added)}
          {some("Model calls saved", report.model_calls.saved)}
          {Object.entries(fields).map(([field, count]) => (
            <Fact name={`In ${fieldText(field)}`}>{wholeText(count)}</Fact>
          ))}
        </Facts>
      </Card>
      <div>
        <AgreementTable {...agreement} />
        <p class="quiet small">
          Records that a person settled, by what rules alone say of them.
        </p>
      </div>
    </div>
  );
}

/** A figure that is told where it is not 0. */
function some(name: string, count: number) {
  return count > 0 && <Fact name={name}>{wholeText(count)}</Fact>;
}

type AgreementRow = {
  readonly label: string;
  readonly of: (agreement: Agreement) => string;
};

function AgreementTable({ before, after }: BacktestReport["agreement"]) {
  const rows: readonly AgreementRow[] = [
    { label: "As people decided", of: ({ right }) => wholeText(right) },
    { label: "Otherwise", of: ({ wrong }) => wholeText(wrong) },
    {
      label: "Right, of those decided",
      of: ({ right, wrong }) =>
        right + wrong === 0 ? "–" : percentText(right / (right + wrong)),
    },
    { label: "Not decided", of: ({ undecided }) => wholeText(undecided) },
  ];
  return (
    <DataTable<AgreementRow>
      caption="Agreement with people"
      columns={[
        { label: "Rules say", isTitle: true, cell: ({ label }) => label },
        {
          label: "Before",
          align: "right",
          cell: ({ of }) => <span class="number">{of(before)}</span>,
        },
        {
          label: "After",
          align: "right",
          cell: ({ of }) => <span class="number">{of(after)}</span>,
        },
      ]}
      rows={rows}
    />
  );
}

/** Rules told one by one. */
const RULES_TOLD_MAX = 20;

/** What each rule does that decides any of the records, those that change most first. */
export function ByRule(
  { rules, inForce }: {
    readonly rules: readonly RuleReport[];
    readonly inForce: ReadonlySet<RuleId>;
  },
) {
  const told = rules.toSorted((a, b) => b.changes - a.changes)
    .slice(0, RULES_TOLD_MAX);
  if (told.length === 0) return null;
  return (
    <DataTable<RuleReport>
      caption={rules.length > told.length
        ? `The ${RULES_TOLD_MAX} rules of ${
          wholeText(rules.length)
        } that change most`
        : "By rule"}
      columns={[
        {
          label: "Rule",
          isTitle: true,
          cell: ({ rule_id, name }) =>
            inForce.has(rule_id)
              ? <a href={`/console/rules/${rule_id}`}>{name}</a>
              : <>{name}</>,
        },
        number("Decides", ({ decides }) => decides),
        number("Changes", ({ changes }) => changes),
        number("Right", ({ right }) => right),
        number("Wrong", ({ wrong }) => wrong),
        {
          label: "Look at",
          cell: ({ examples }) =>
            Object.values(examples).every((ids) => ids.length === 0)
              ? <span class="quiet">–</span>
              : (
                <>
                  <Examples label="wrong" ids={examples.wrong} />{" "}
                  <Examples
                    label="now undecided"
                    ids={examples.now_undecided}
                  />{" "}
                  <Examples label="right" ids={examples.right.slice(0, 2)} />
                </>
              ),
        },
      ]}
      rows={told}
    />
  );
}

function number(label: string, of: (report: RuleReport) => number) {
  return {
    label,
    align: "right" as const,
    cell: (one: RuleReport) => <span class="number">{wholeText(of(one))}</span>,
  };
}

function Examples(
  { label, ids }: { readonly label: string; readonly ids: readonly RecordId[] },
) {
  return (
    <>
      {ids.map((id, i) => (
        <>
          <a href={`/console/records/${id}`}>{label} {i + 1}</a>
          {" "}
        </>
      ))}
    </>
  );
}
