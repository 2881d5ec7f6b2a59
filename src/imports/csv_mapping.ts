import { failures } from "../kernel/failure.ts";
import type { CsvMappingId } from "../kernel/ids.ts";
import type { Instant } from "../kernel/instant.ts";
import type { CsvTerms } from "./csv_terms.ts";

/** How one kind of CSV file is read, saved under a name. It never changes: the same name again is its next number. */
export interface CsvMapping {
  readonly id: CsvMappingId;
  readonly version: number;
  readonly name: string;
  /** 1, 2, 3 … of that name. */
  readonly number: number;
  readonly terms: CsvTerms;
  readonly createdAt: Instant;
  /** The id of the member or key that saved it. */
  readonly createdBy: string;
}

export const csvMappingFailures = failures("csv_mapping", {
  missing: { category: "missing", title: "No such mapping of columns" },
});
