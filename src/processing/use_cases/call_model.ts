import type { Deps } from "../../../ports/deps.ts";
import type { ModelProfile } from "../../../ports/language_model.ts";
import type { CategoryId, RecordId } from "../../kernel/ids.ts";
import { plusMs } from "../../kernel/instant.ts";
import { ok } from "../../kernel/result.ts";
import type { Permit } from "../../tenancy/access.ts";
import { answerKey, type ModelUse } from "../model/answer_key.ts";
import type { KeptAnswer } from "../model/kept_answer.ts";
import type { Label, Question } from "../model/question.ts";
import { monthOf } from "../../kernel/month.ts";
import type { ModelBudget } from "../model/spend.ts";
import type { ModelFailureReason, Usage } from "../trace.ts";
import { callOnce } from "./call_once.ts";

/** A record's part of what a call used. */
export interface Share {
  readonly usage: Usage;
  readonly costMicros: number;
}

/** What came of a record's question. */
export type Asked =
  & Share
  & (
    | {
      readonly kind: "answered";
      readonly categoryId: CategoryId | null;
      readonly rationale: string;
      readonly rawConfidence: number;
      /** Nothing was paid: the answer was there, or another record of the batch had the same question. */
      readonly cached: boolean;
    }
    | {
      readonly kind: "failed";
      readonly reason: ModelFailureReason;
      readonly retryAfterMs: number | null;
    }
  );

/** Questions that are put to one model in one way. */
export interface Batch {
  readonly questions: readonly Question[];
  readonly labels: readonly Label[];
  readonly use: ModelUse;
  readonly budget: ModelBudget;
  readonly recordsPerCall: number;
}

/** A question and the key of its answer. */
export interface KeyedQuestion {
  readonly key: string;
  readonly question: Question;
}

/** An older answer is asked for again: models change behind their names. */
const KEPT_MS = 90 * 24 * 60 * 60 * 1_000;

/** More calls at once of one job would only meet the provider's limits sooner. */
const CALLS_AT_ONCE = 4;

const NOTHING: Share = {
  usage: { input_tokens: 0, output_tokens: 0 },
  costMicros: 0,
};

/**
 * The one way to a language model. What was answered before costs nothing; equal questions are asked once. Each call
 * is charged to the tenant's month at the most that it can cost before it is made, and at what it used after; one that
 * would cross a limit is not made. No unit of work is open while the provider thinks.
 */
export async function callLLM(
  deps: Pick<Deps, "uow" | "clock" | "ids" | "model">,
  permit: Permit,
  profile: ModelProfile,
  batch: Batch,
): Promise<ReadonlyMap<RecordId, Asked>> {
  const byKey = Map.groupBy(
    batch.questions,
    (question) => answerKey(batch.use, question, batch.labels),
  );
  const kept = await findKept(deps, permit, [...byKey.keys()]);
  const asked = new Map<string, Asked>(
    kept.map((answer) => [answer.key, fromCache(answer)]),
  );
  const open = [...byKey].filter(([key]) => !asked.has(key))
    .map(([key, [question]]): KeyedQuestion => ({ key, question: question! }));
  for (
    const wave of chunks(chunks(open, batch.recordsPerCall), CALLS_AT_ONCE)
  ) {
    const calls = await Promise.allSettled(
      wave.map((questions) =>
        callOnce(deps, permit, profile, batch, questions)
      ),
    );
    // Not before all of them have ended, so that none goes on behind a job that failed.
    for (const call of calls) {
      if (call.status === "rejected") throw call.reason;
      for (const [key, outcome] of call.value) asked.set(key, outcome);
    }
  }
  const outcomes = new Map(
    [...byKey].flatMap(([key, questions]) =>
      questions.map(({ recordId }, i) => {
        const outcome = asked.get(key)!;
        return [recordId, i === 0 ? outcome : repeated(outcome)] as const;
      })
    ),
  );
  await countCached(deps, permit, outcomes.values());
  return outcomes;
}

async function findKept(
  deps: Pick<Deps, "uow" | "clock">,
  permit: Permit,
  keys: readonly string[],
): Promise<readonly KeptAnswer[]> {
  const since = plusMs(deps.clock.now(), -KEPT_MS);
  const { value } = await deps.uow.run(
    permit,
    async (tx) => ok(await tx.modelAnswers.find(keys, since)),
  );
  return value;
}

async function countCached(
  deps: Pick<Deps, "uow" | "clock">,
  permit: Permit,
  outcomes: Iterable<Asked>,
): Promise<void> {
  const free =
    [...outcomes].filter((outcome) =>
      outcome.kind === "answered" && outcome.cached
    ).length;
  if (free === 0) return;
  const month = monthOf(deps.clock.now());
  await deps.uow.run(permit, async (tx) => {
    await tx.modelSpend.countCached(month, free);
    return ok(null);
  });
}

function fromCache(
  { categoryId, rationale, rawConfidence }: KeptAnswer,
): Asked {
  return {
    kind: "answered",
    categoryId,
    rationale,
    rawConfidence,
    cached: true,
    ...NOTHING,
  };
}

/** What another record with the same question gets. */
function repeated(outcome: Asked): Asked {
  return outcome.kind === "answered"
    ? { ...outcome, ...NOTHING, cached: true }
    : { ...outcome, ...NOTHING };
}

function chunks<T>(
  list: readonly T[],
  size: number,
): readonly (readonly T[])[] {
  return Array.from(
    { length: Math.ceil(list.length / size) },
    (_, i) => list.slice(i * size, (i + 1) * size),
  );
}
