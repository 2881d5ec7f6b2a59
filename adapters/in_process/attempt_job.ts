import { type Job, jobSchema } from "../../src/events/job.ts";
import type { JobHandler } from "../../ports/queue.ts";

/** What came of one try: done, worth another try, or lost for good. */
export type Attempt =
  | { readonly kind: "done" }
  | { readonly kind: "retry" | "lost"; readonly reason: string };

/** Tries a job once. A reason holds nothing of what the job is about. A malformed job is lost before the handler sees it. */
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
    return { kind: "retry", reason: namesOf(error) };
  }
}

/** What was thrown by its name and code, such as `PostgresError 23514`: a message may hold what customers sent. */
function namesOf(error: unknown): string {
  if (!(error instanceof Error)) return `a thrown ${typeof error}`;
  const { name, code } = error as Error & { readonly code?: unknown };
  return /^\w+$/.test(String(code ?? "")) ? `${name} ${code}` : name;
}
