import type { RecordTexts } from "../../src/privacy/mentions.ts";
import type { RecordRow } from "./shelf.ts";

/** What a record's row and its notes say, as text by place. */
export function textsOf(
  { record, raw, conflicts, earlierTraces }: RecordRow,
  { notes, otherIds }: {
    readonly notes: readonly string[];
    /** Other external ids that it had, or that a version of it bears. */
    readonly otherIds: readonly string[];
  },
): RecordTexts {
  const traces = [record.trace, ...earlierTraces.map(({ trace }) => trace)];
  const json = (value: unknown) => value === null ? "" : JSON.stringify(value);
  return {
    recordId: record.id,
    texts: {
      external_id: [record.externalId, ...otherIds].join("\n"),
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
