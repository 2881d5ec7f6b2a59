/** How days stand along a chart: those that all begin months by the month alone, `2026-03`, as there is little room. */
export function dayLabels(days: readonly string[]): readonly string[] {
  const areMonths = days.length > 1 && days.every((day) => day.endsWith("-01"));
  return areMonths ? days.map((day) => day.slice(0, 7)) : days;
}
