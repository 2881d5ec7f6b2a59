import type { RecordTexts } from "../../src/privacy/mentions.ts";
import type { RecordRow } from "./shelf.ts";

/** What a record's row and its notes say, as text by place. */
export function textsOf(
  { record, raw, conflicts, earlierTraces }: RecordRow,
  notes: readonly string[],
): RecordTexts {
  const traces = [record.trace, ...earlierTraces.map(({ trace }) => trace)];
  const json = (value: unknown) => value === null ? "" : JSON.stringify(value);
  return {
    recordId: record.id,
    texts: {
      external_id: record.externalId,
      description: record.description,
      counterparty: record.counterparty ?? "",
      attributes: json(record.attributes),
      raw: json(raw),
      conflicts: conflicts.map(({ content, raw }) => json([content, raw]))
        .join("\n"),
      note: notes.join("\n"),
      trace: traces.map(json).join("\n"),
    },
  };
}
