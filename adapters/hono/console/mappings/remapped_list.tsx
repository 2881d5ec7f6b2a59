import type { RemappedRecord } from "../../../../src/integrations/remapped.ts";
import type { Json } from "../../../../src/kernel/json.ts";
import { readInstant } from "../../../../src/kernel/instant.ts";
import { dayText, wholeText } from "../parts/figures.tsx";
import { fieldText, valueText } from "../parts/rule_words.tsx";

const CHANGE_WORDS: Readonly<Record<RemappedRecord["change"], string>> = {
  same: "as it was",
  changed: "changes",
  new: "is new",
  gone: "is made no more, and stays as it is",
};

/** Records that are shown of one payload, which may become a thousand. */
const SHOWN_MAX = 20;

/** Records of a payload, and what another mapping changes in them. */
export function RemappedList(
  { records }: { readonly records: readonly RemappedRecord[] },
) {
  if (records.length === 0) return <span class="quiet">none</span>;
  const rest = records.length - SHOWN_MAX;
  return (
    <ul class="diff">
      {records.slice(0, SHOWN_MAX).map((
        { externalId, change, before, after },
      ) => (
        <li>
          {externalId} <span class="quiet">{CHANGE_WORDS[change]}</span>
          {Object.entries(change === "changed" ? after ?? {} : {}).map((
            [field, value],
          ) => (
            <p class="said">
              {field === "occurred_at" ? "date" : fieldText(field)}:{" "}
              <del>
                <span class="unseen">from</span>{" "}
                {toldText(field, before?.[field] ?? null)}
              </del>{" "}
              <span aria-hidden="true">→</span>{" "}
              <ins>
                <span class="unseen">to</span> {toldText(field, value)}
              </ins>
            </p>
          ))}
        </li>
      ))}
      {rest > 0 && <li>{`And ${wholeText(rest)} more.`}</li>}
    </ul>
  );
}

function toldText(field: string, value: Json): string {
  if (field === "occurred_at" && typeof value === "string") {
    const read = readInstant(value);
    return "instant" in read ? dayText(read.instant) : value;
  }
  if (field !== "attributes" || typeof value !== "object" || value === null) {
    return valueText(value);
  }
  const all = Object.entries(value)
    .map(([name, value]) => `${name} ${valueText(value)}`);
  return all.length === 0 ? "empty" : all.join(", ");
}
