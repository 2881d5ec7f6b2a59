import type { RuleId } from "../../../../src/kernel/ids.ts";
import type { Instant } from "../../../../src/kernel/instant.ts";
import type { Rule, RuleStatistics } from "../../../../src/rules/rule.ts";
import { DataTable } from "../parts/data_table.tsx";
import { Day, wholeText } from "../parts/figures.tsx";
import { setsText } from "../parts/rule_words.tsx";
import { Tag } from "../parts/tag.tsx";
import { conditionText } from "./condition_text.ts";
import { MoveForm } from "./move_form.tsx";
import { rulePath } from "./rule_path.ts";

/** A rule, its place from 0, and what is known of its hits. */
export interface RuleRow {
  readonly id: RuleId;
  readonly rule: Rule;
  readonly index: number;
  readonly hits: RuleStatistics | null;
  readonly flaggedAt: Instant | null;
}

/** Rules in their order, with what moves them. */
export function RuleList(
  { caption, rows, names, version, count, mayMove, isWhole }: {
    readonly caption: string;
    readonly rows: readonly RuleRow[];
    /** Of categories and connections, by id. */
    readonly names: ReadonlyMap<string, string>;
    /** Of the set. */
    readonly version: number;
    /** Rules in it. */
    readonly count: number;
    readonly mayMove: boolean;
    /** Whether neighbours in the table are neighbours in the set. */
    readonly isWhole: boolean;
  },
) {
  return (
    <DataTable<RuleRow>
      caption={caption}
      columns={[
        {
          label: "Place",
          align: "right",
          cell: ({ index }) => <span class="number">{index + 1}</span>,
        },
        {
          label: "Rule",
          isTitle: true,
          cell: (row) => <Summary row={row} names={names} />,
        },
        {
          label: "Hits",
          align: "right",
          cell: ({ hits }) => (
            <span class="number">{wholeText(hits?.hits ?? 0)}</span>
          ),
        },
        {
          label: "Last hit",
          cell: ({ hits }) =>
            hits?.lastHitAt
              ? <Day at={hits.lastHitAt} />
              : <span class="quiet">never</span>,
        },
        ...mayMove
          ? [{
            label: "Move",
            cell: ({ rule, index }: RuleRow) => (
              <MoveForm
                rule={rule}
                index={index}
                count={count}
                version={version}
                byStep={isWhole}
              />
            ),
          }]
          : [],
      ]}
      rows={rows}
    />
  );
}

function Summary(
  { row: { rule, flaggedAt }, names }: {
    readonly row: RuleRow;
    readonly names: ReadonlyMap<string, string>;
  },
) {
  return (
    <>
      <a href={rulePath(rule.id)}>{rule.name}</a>{" "}
      {!rule.enabled && <Tag>off</Tag>}
      {flaggedAt !== null && <Tag tone="warn">often overridden</Tag>}
      <p class="said">
        {shortened(conditionText(rule.when, names))} →{" "}
        {setsText(rule.then, names)}
      </p>
    </>
  );
}

/** What a line of a table has room for; the rule's own page has all of it. */
const TEXT_MAX = 240;

function shortened(text: string): string {
  return text.length <= TEXT_MAX ? text : `${text.slice(0, TEXT_MAX)} …`;
}
