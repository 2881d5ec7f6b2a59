/** How large a file the bench reads. */
export function readBenchOptions(
  args: readonly string[],
): { readonly rows: number } {
  const at = args.indexOf("--rows");
  const rows = at < 0 ? 1_000_000 : Number(args[at + 1]);
  if (!Number.isInteger(rows) || rows < 1_000) {
    throw new Error("--rows needs a whole number from 1000");
  }
  return { rows };
}
