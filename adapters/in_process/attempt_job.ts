import { type Job, jobSchema } from "../../src/events/job.ts";
import type { JobHandler } from "../../ports/queue.ts";

/** What came of one try: done, worth another try, or lost for good. */
export type Attempt =
  | { readonly kind: "done" }
  | { readonly kind: "retry" | "lost"; readonly reason: string };

/** Tries a job once. A malformed job is lost before the handler sees it. */
export async function attemptJob(
  job: Job,
  handler: JobHandler,
): Promise<Attempt> {
  const parsed = jobSchema.safeParse(job);
  if (!parsed.success) {
    const flaws = parsed.error.issues
      .map(({ path, message }) => `${path.join(".")}: ${message}`);
    return {
      kind: "lost",
      reason: `the job is malformed: ${flaws.join("; ")}`,
    };
  }
  try {
    const result = await handler(parsed.data);
    if (result.ok) return { kind: "done" };
    const { kind, category, title } = result.failure;
    return {
      kind: category === "unavailable" ? "retry" : "lost",
      reason: `${kind}: ${title}`,
    };
  } catch (error) {
    return {
      kind: "retry",
      reason: error instanceof Error ? error.message : String(error),
    };
  }
}
