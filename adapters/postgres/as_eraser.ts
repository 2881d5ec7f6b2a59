import type { Transaction } from "./connect.ts";

/**
 * Does `work` in the one role that may remove rows, within the tenant of the transaction, and goes back to the service's.
 * Where `work` fails, so does the transaction, and the role with it.
 */
export async function asEraser<T>(
  sql: Transaction,
  work: () => Promise<T>,
): Promise<T> {
  await sql`select set_config('role', 'balance_eraser', true)`;
  const result = await work();
  await sql`select set_config('role', 'balance_app', true)`;
  return result;
}
