import type { RuleId } from "../../../../src/kernel/ids.ts";
import {
  type Finding,
  FINDING_KINDS,
  type FindingKind,
  type Witness,
} from "../../../../src/rules/overlaps/finding.ts";
import type { Overlaps } from "../../../../src/rules/overlaps/find_overlaps.ts";
import { Empty } from "../parts/empty.tsx";
import { moneyText, wholeText } from "../parts/figures.tsx";
import { Tag } from "../parts/tag.tsx";
import { rulePath } from "./rule_path.ts";

const KINDS: Readonly<
  Record<FindingKind, { readonly title: string; readonly advice: string }>
> = {
  duplicate: {
    title: "Say the same",
    advice: "Remove one of each pair.",
  },
  shadowed: {
    title: "Never win",
    advice: "Move the rule up, or remove it.",
  },
  conflicting: {
    title: "Contradict one another",
    advice:
      "The one that stands first wins. Make them narrower, or say by their order which is meant.",
  },
  dead: {
    title: "Never hit",
    advice: "Remove them, or see what their condition lacks.",
  },
  over_broad: {
    title: "Match too much",
    advice: "Make the condition narrower.",
  },
};

/** What was found, by kind, proven before suspected. */
export function Findings(
  { found, rules, days }: {
    readonly found: Overlaps;
    /** Rules by name, by id. */
    readonly rules: ReadonlyMap<RuleId, string>;
    readonly days: number;
  },
) {
  const { findings, totals } = found;
  const count = Object.values(totals).reduce((sum, one) => sum + one, 0);
  const told = `${counted(found.rules, "rule")} and ${
    counted(found.records, "record")
  } were looked at`;
  if (count === 0) {
    return (
      <div id="found" data-announce="Nothing was found.">
        <Empty title="Nothing is wrong with the rules">
          <p>{told}. Rules without a hit for {days} days would be told too.</p>
        </Empty>
      </div>
    );
  }
  return (
    <div
      id="found"
      data-announce={`${count} ${count === 1 ? "finding" : "findings"}`}
    >
      <p class="quiet">
        {told}.{!found.complete &&
          " The set is so large that a comparison was cut short: there may be more."}
      </p>
      {FINDING_KINDS.filter((kind) => totals[kind] > 0).map((kind) => {
        const listed = findings.filter((one) => one.kind === kind);
        return (
          <section class="card">
            <h2>
              {KINDS[kind].title}{" "}
              <span class="quiet">{wholeText(totals[kind])}</span>
            </h2>
            <p class="quiet">{KINDS[kind].advice}</p>
            <ul class="findings">
              {listed.map((one) => (
                <li>
                  <OneFinding finding={one} rules={rules} />
                </li>
              ))}
            </ul>
            {totals[kind] > listed.length && (
              <p class="quiet small">
                and {wholeText(totals[kind] - listed.length)} more
              </p>
            )}
          </section>
        );
      })}
    </div>
  );
}

/** Rules that a finding links to; a rule may be covered by very many. */
const LINKED_MAX = 6;

function OneFinding(
  { finding: { proof, ruleIds, because, witness }, rules }: {
    readonly finding: Finding;
    readonly rules: ReadonlyMap<RuleId, string>;
  },
) {
  return (
    <>
      <p>
        <Tag tone={proof === "proven" ? "bad" : "warn"}>{proof}</Tag> {because}
      </p>
      <p class="links">
        {ruleIds.slice(0, LINKED_MAX).map((id) => (
          <>
            <a href={rulePath(id)}>{rules.get(id) ?? id}</a>
            {" "}
          </>
        ))}
        {witness && <Shown witness={witness} />}
      </p>
    </>
  );
}

function Shown({ witness }: { readonly witness: Witness }) {
  if (witness.source === "history") {
    return (
      <a href={`/console/records/${witness.recordId}`}>
        A record that shows it
      </a>
    );
  }
  const { description, counterparty, amount } = witness.record;
  return (
    <span class="quiet">
      As with “{description}”{counterparty && ` of ${counterparty}`}
      {amount && `, ${moneyText(amount)}`}
    </span>
  );
}

function counted(count: number, what: string): string {
  return `${wholeText(count)} ${what}${count === 1 ? "" : "s"}`;
}
