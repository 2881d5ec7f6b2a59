import type { CsvShape } from "../../src/imports/file_shape.ts";
import type { CsvFile } from "./csv_file.ts";

/** What a CSV file is taken for, to show. */
export function csvShape({ delimiter, header, planned }: CsvFile): CsvShape {
  const roleAt = new Map([...planned.roles].map(([role, at]) => [at, role]));
  return {
    delimiter,
    headerLine: header.line,
    columns: header.names.map((name, i) => ({
      name,
      role: roleAt.get(i) ?? null,
    })),
    dateOrders: planned.dateOrders,
    decimal: planned.decimal,
    currency: planned.currency,
  };
}
