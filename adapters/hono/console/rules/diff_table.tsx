import type { RecordId, RuleId } from "../../../../src/kernel/ids.ts";
import type { Json } from "../../../../src/kernel/json.ts";
import type { CompanyRecord } from "../../../../src/records/record.ts";
import type {
  Becomes,
  FieldChange,
  LeftBecause,
  RecordDiff,
} from "../../../../src/rules/history/plan.ts";
import { DataTable } from "../parts/data_table.tsx";
import { Amount, Day } from "../parts/figures.tsx";
import { fieldText, valueText } from "../parts/rule_words.tsx";

/** What becomes of a decision. */
const BECOMES: Readonly<Record<Becomes, string>> = {
  settled: "settled by a rule",
  review: "a person is asked",
  undecided: "no rule decides any more",
  kept: "decided as before",
};

/** Why an undo left a field. */
const LEFT: Readonly<Record<LeftBecause, string>> = {
  settled_by_person: "a person settled it since",
  decided_again: "it was decided again since",
  changed_again: "something else changed it since",
};

/** What ids in differences stand for. */
export interface DiffNames {
  readonly records: ReadonlyMap<RecordId, CompanyRecord>;
  readonly rules: ReadonlyMap<RuleId, string>;
  /** Categories by id. */
  readonly names: ReadonlyMap<string, string>;
}

/** Records that change, field by field, before and after. */
export function DiffTable(
  { caption, diffs, known }: {
    readonly caption: string;
    readonly diffs: readonly RecordDiff[];
    readonly known: DiffNames;
  },
) {
  const hasUndo = diffs.some(({ undo }) => (undo?.outcome ?? null) !== null);
  return (
    <DataTable<RecordDiff>
      caption={caption}
      columns={[
        {
          label: "Record",
          isTitle: true,
          cell: ({ recordId }) => {
            const record = known.records.get(recordId);
            return (
              <>
                <a href={`/console/records/${recordId}`}>
                  {record?.description ?? recordId}
                </a>
                {record && (
                  <p class="said">
                    <Day at={record.occurredAt} />{" "}
                    {record.amount && <Amount money={record.amount} />}
                  </p>
                )}
              </>
            );
          },
        },
        {
          label: "Before and after",
          cell: ({ changes }) => (
            <ul class="diff">
              {changes.map((one) => (
                <li>
                  <Changed change={one} known={known} />
                </li>
              ))}
            </ul>
          ),
        },
        {
          label: "Decision",
          cell: ({ becomes }) => BECOMES[becomes],
        },
        ...hasUndo ? [{ label: "Undo", cell: undoCell }] : [],
      ]}
      rows={diffs}
    />
  );
}

function Changed(
  { change, known }: {
    readonly change: FieldChange;
    readonly known: DiffNames;
  },
) {
  const { field, before, after, rule_id } = change;
  const said = (value: Json) => shownValue(field, value, known);
  return (
    <>
      <span class="quiet">{fieldText(field)}:</span>{" "}
      <del>
        <span class="unseen">from</span> {said(before)}
      </del>{" "}
      <span aria-hidden="true">→</span>{" "}
      <ins>
        <span class="unseen">to</span> {said(after)}
      </ins>
      {rule_id !== null && (
        <span class="quiet small">
          {` by ${known.rules.get(rule_id) ?? "a rule that was removed"}`}
        </span>
      )}
    </>
  );
}

function shownValue(field: string, value: Json, { names }: DiffNames): string {
  if (value === null) return "none";
  if (field === "category_id") return names.get(String(value)) ?? String(value);
  if (field === "review") return value === true ? "a person is asked" : "no";
  return typeof value === "string" ? value : valueText(value);
}

function undoCell({ undo }: RecordDiff) {
  const outcome = undo?.outcome;
  if (!outcome) return <span class="quiet">–</span>;
  return (
    <>
      {outcome.restored.length > 0 && (
        <p>{outcome.restored.map(fieldText).join(", ")} restored</p>
      )}
      {outcome.left.map(({ field, because }) => (
        <p>{fieldText(field)} left: {LEFT[because]}</p>
      ))}
    </>
  );
}
