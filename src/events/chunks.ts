import { RECORDS_PER_JOB_MAX } from "./job.ts";

/** What is there once, in lists of up to `size`. */
export function* chunks<T>(
  distinct: ReadonlySet<T>,
  size = RECORDS_PER_JOB_MAX,
): Generator<readonly T[]> {
  const ids = [...distinct];
  for (let i = 0; i < ids.length; i += size) yield ids.slice(i, i + size);
}
