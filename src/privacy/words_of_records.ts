import type { Trace } from "../processing/trace.ts";
import type { CompanyRecord, RecordContent } from "../records/record.ts";
import { counterpartiesOf } from "./counterparties_of.ts";
import { wordsToFind } from "./words.ts";

/**
 * The words of what names people in records and in what was kept aside of them: what is quoted elsewhere. Attributes are
 * left out, since currencies and departments among them are quoted everywhere.
 */
export function wordsOfRecords(
  { records, earlierTraces, setAside }: {
    readonly records: readonly Pick<
      CompanyRecord,
      "externalId" | "description" | "counterparty" | "trace"
    >[];
    readonly earlierTraces: readonly Trace[];
    readonly setAside: readonly RecordContent[];
  },
  externalIds: boolean,
): readonly string[] {
  return wordsToFind([
    ...records.map(({ description }) => description),
    ...externalIds ? records.map(({ externalId }) => externalId) : [],
    ...setAside.flatMap((one) => [one.description, one.counterparty]),
    ...counterpartiesOf([
      ...records,
      ...earlierTraces.map((trace) => ({ counterparty: null, trace })),
    ]),
  ]);
}
