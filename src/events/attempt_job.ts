import type { Failure } from "../kernel/failure.ts";
import type { Result } from "../kernel/result.ts";
import { type Job, jobSchema } from "./job.ts";

/** A failed try, by names only: nothing of what the job is about. */
export interface Trouble {
  /** What failed, such as `delivery.missing` or `PostgresError 23514`. */
  readonly errorClass: string;
  readonly reason: string;
}

/**
 * What came of one try. `retry`: the world was in the way, try the whole job again, after `afterMs` at the earliest, and
 * however often where it was an outage.
 * `lost`: no further try can mend it. `suspect`: it threw, so that one of its records may be what nothing can process.
 */
export type Attempt =
  | { readonly kind: "done" }
  | Trouble & {
    readonly kind: "retry";
    readonly afterMs: number;
    readonly outage: boolean;
  }
  | Trouble & { readonly kind: "lost" }
  | Trouble & { readonly kind: "suspect" };

/** Thrown by adapters when what they need is down: the same work can succeed later. */
export interface Outage extends Error {
  readonly outage: true;
}

/** Tries a job once. A malformed job is lost before the handler sees it. */
export async function attemptJob(
  job: Job,
  handler: (job: Job) => Promise<Result<unknown, Failure>>,
): Promise<Attempt> {
  const parsed = jobSchema.safeParse(job);
  if (!parsed.success) {
    const flaws = parsed.error.issues
      .map(({ path, message }) => `${path.join(".")}: ${message}`);
    return {
      kind: "lost",
      errorClass: "job.malformed",
      reason: `the job is malformed: ${flaws.join("; ")}`,
    };
  }
  try {
    const result = await handler(parsed.data);
    return result.ok ? { kind: "done" } : failed(result.failure);
  } catch (error) {
    const name = nameOf(error);
    const trouble = { errorClass: name, reason: reasonOf(error, name) };
    return isOutage(error)
      ? { kind: "retry", ...trouble, afterMs: 0, outage: true }
      : { kind: "suspect", ...trouble };
  }
}

/** Whether a job whose `attempts`-th try failed so is to be tried again. */
export function triesAgain(
  job: Job,
  attempt: Exclude<Attempt, { readonly kind: "done" }>,
  attempts: number,
  attemptsMax: number,
): boolean {
  if (attempt.kind === "lost") return false;
  // It says nothing about the job, which would have to be sent again by a person after each outage.
  if (attempt.kind === "retry" && attempt.outage) return true;
  const { task } = job;
  const isBatch = "recordIds" in task && task.recordIds.length > 1;
  if (attempt.kind === "suspect" && isBatch) return false;
  return attempts < attemptsMax;
}

function failed({ kind, category, title, facts }: Failure): Attempt {
  const trouble = { errorClass: kind, reason: `${kind}: ${title}` };
  const { retry_after_s: seconds } = facts;
  return category === "unavailable"
    ? {
      kind: "retry",
      ...trouble,
      afterMs: typeof seconds === "number" ? seconds * 1000 : 0,
      outage: false,
    }
    : { kind: "lost", ...trouble };
}

export function isOutage(error: unknown): error is Outage {
  return error instanceof Error && (error as Partial<Outage>).outage === true;
}

/** A constraint is named in our schema, so its name holds nothing of a customer's. */
function reasonOf(error: unknown, name: string): string {
  const { constraint_name: constraint } = (error ?? {}) as {
    readonly constraint_name?: unknown;
  };
  return /^\w+$/.test(String(constraint ?? ""))
    ? `${name} was thrown, by the constraint ${constraint}`
    : `${name} was thrown`;
}

/** What was thrown by its name and code, such as `PostgresError 23514`: a message may hold what customers sent. */
function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return `a thrown ${typeof error}`;
  const { name, code } = error as Error & { readonly code?: unknown };
  return /^\w+$/.test(String(code ?? "")) ? `${name} ${code}` : name;
}
