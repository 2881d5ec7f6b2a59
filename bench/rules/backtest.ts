/** Seconds that a backtest over a stored history takes; null while it is not measured, and then not told. */
export function backtestSeconds(): Promise<number | null> {
  return Promise.resolve(null);
}
