import type { ColumnRole } from "./column_roles.ts";
import type { PlanFlaw } from "./csv_plan.ts";
import type { FileFormat } from "./file_format.ts";
import type { FoundRow } from "./found_row.ts";
import type { DateOrder } from "./read_date.ts";
import type { DecimalSign } from "./read_decimal.ts";

/** How a CSV file is laid out. */
export interface CsvShape {
  readonly delimiter: string;
  /** Null where the file names no columns. */
  readonly headerLine: number | null;
  readonly columns: readonly {
    readonly name: string;
    readonly role: ColumnRole | null;
  }[];
  /** One, or more where the dates do not tell. */
  readonly dateOrders: readonly DateOrder[];
  /** `any`: no amount has a fraction; null: the amounts do not tell. */
  readonly decimal: DecimalSign | "any" | null;
  readonly currency: string | null;
}

/** What a file is taken for. */
export interface FileShape {
  /** Null where it is none of those that are read. */
  readonly format: FileFormat | null;
  readonly encoding: string;
  readonly csv: CsvShape | null;
  /** What stands in the way of an import. */
  readonly flaws: readonly PlanFlaw[];
  readonly rows: readonly FoundRow[];
}
