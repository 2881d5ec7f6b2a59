/** How many tests passed, failed, and were not run although they were asked for. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export const NONE: Counts = { passed: 0, failed: 0, skipped: 0 };

export function plus(a: Counts, b: Counts): Counts {
  return {
    passed: a.passed + b.passed,
    failed: a.failed + b.failed,
    skipped: a.skipped + b.skipped,
  };
}

const SUMMARY =
  /^(?:ok|FAILED) \| (\d+) passed(?: \([^)]*\))? \| (\d+) failed(?: \([^)]*\))?(?: \| (\d+) ignored(?: \((\d+) steps?\))?)?/gm;

/**
 * The counts in the last summary line of `deno test` (without colours). A run that ends badly counts at least
 * one failure, also when it broke off before it could sum up.
 */
export function readCounts(
  { output, success }: { readonly output: string; readonly success: boolean },
): Counts {
  const [, passed = 0, failed = 0, ignored = 0, ignoredSteps = 0] =
    [...output.matchAll(SUMMARY)].at(-1)?.map((n) => Number(n ?? 0)) ??
      [];
  return {
    passed,
    failed: success ? failed : Math.max(failed, 1),
    skipped: ignored + ignoredSteps,
  };
}

/** The last line of a test run. */
export function formatCounts({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}
