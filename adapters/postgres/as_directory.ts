import { begin, type Enter } from "./begin.ts";
import type { Sql, Transaction } from "./connect.ts";
import { storageErrors } from "./storage_down.ts";

/** The role that finds tenants, and may see nothing else. */
const enterDirectory: Enter = (tx) =>
  tx`select set_config('role', 'balance_directory', true)`;

/** A transaction in that role. */
export function asDirectory<T>(
  sql: Sql,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  return storageErrors(() => begin(sql, enterDirectory, work));
}
