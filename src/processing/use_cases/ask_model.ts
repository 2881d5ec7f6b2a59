import type { Deps } from "../../../ports/deps.ts";
import type { CategoryId, RecordId } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/instant.ts";
import { ok } from "../../kernel/result.ts";
import type { CompanyRecord } from "../../records/record.ts";
import type { Permit } from "../../tenancy/access.ts";
import type { ModelUse } from "../model/answer_key.ts";
import { PROMPT_VERSION_NEWEST } from "../model/prompt.ts";
import type { Question } from "../model/question.ts";
import type { Step } from "../trace.ts";
import { type Asked, callLLM } from "./call_model.ts";
import type { Case, Frame, PipelineDeps } from "./run_pipeline.ts";

/** How many records a call asks about: after each answer that was no use fewer, so that one bad record spoils no others. */
const RECORDS_PER_CALL = [20, 5, 1] as const;

/** A job waits this long for a provider that asks for it, and no longer. */
const WAIT_MAX_MS = 5_000;

/** How long after a failure to ask again where the provider did not say. */
const WAIT_MS = 1_000;

/** Asks the language model about all records at once; what comes of one record changes no other. */
export async function askModel(
  deps: Pick<Deps, PipelineDeps>,
  permit: Permit,
  cases: readonly Case[],
  { labels, open, model: settings }: Pick<Frame, "labels" | "open" | "model">,
): Promise<readonly Case[]> {
  const { profile } = deps.model;
  if (!profile) throw new Error("a model was wanted while it is switched off");
  const use: ModelUse = {
    provider: profile.provider,
    model: settings.model ?? profile.model,
    promptVersion: settings.promptVersion ?? PROMPT_VERSION_NEWEST,
    temperature: settings.temperature,
  };
  const ms = Math.max(...cases.map(waitFor));
  if (ms > 0) await deps.timer.wait(ms);
  const questions = await questionsOf(deps, permit, cases, open);
  const asked = new Map<RecordId, Asked>();
  for (const [recordsPerCall, some] of Map.groupBy(cases, callSize)) {
    const batch = {
      questions: some.map(({ record }) => questions.get(record.id)!),
      labels,
      use,
      budget: settings.budget,
      recordsPerCall,
    };
    for (const [id, outcome] of await callLLM(deps, permit, profile, batch)) {
      asked.set(id, outcome);
    }
  }
  const at = deps.clock.now();
  return cases.map(({ record, steps }) => ({
    record,
    steps: [...steps, stepOf(asked.get(record.id)!, use, at)],
  }));
}

function waitFor({ steps }: Case): number {
  const last = steps.at(-1);
  if (last?.kind !== "model_failed") return 0;
  const isBusy = last.reason === "rate_limited" ||
    last.reason === "unavailable";
  return last.retry_after_ms ?? (isBusy ? WAIT_MS : 0);
}

/** A provider that was busy says nothing about what it was asked. */
function callSize({ steps }: Case): number {
  const useless =
    steps.filter((step) =>
      step.kind === "model_failed" && step.reason !== "rate_limited" &&
      step.reason !== "unavailable"
    ).length;
  return RECORDS_PER_CALL[useless] ?? 1;
}

/** The questions by record, with the texts of the approved records that were found alike; those of an archived category teach nothing. */
async function questionsOf(
  deps: Pick<Deps, "uow">,
  permit: Permit,
  cases: readonly Case[],
  open: ReadonlySet<CategoryId>,
): Promise<ReadonlyMap<RecordId, Question>> {
  const found = cases.map(({ record, steps }) => ({
    record,
    neighbours: steps.findLast((step) => step.kind === "examples_recalled")
      ?.neighbours.filter(({ category_id }) => open.has(category_id)) ?? [],
  }));
  const ids = new Set(
    found.flatMap(({ neighbours }) =>
      neighbours.map(({ record_id }) => record_id)
    ),
  );
  const { value: records } = await deps.uow.run(
    permit,
    async (tx) => ok(await tx.records.find([...ids])),
  );
  const texts = new Map(records.map((record) => [record.id, textOf(record)]));
  return new Map(found.map(({ record, neighbours }) => [record.id, {
    recordId: record.id,
    content: record,
    neighbours: neighbours.flatMap(({ record_id, category_id, count }) => {
      const text = texts.get(record_id);
      return text === undefined
        ? []
        : [{ text, categoryId: category_id, count }];
    }),
  }]));
}

function textOf({ description, counterparty }: CompanyRecord): string {
  return counterparty === null
    ? description
    : `${description} (${counterparty})`;
}

function stepOf(asked: Asked, use: ModelUse, at: Instant): Step {
  const { model, promptVersion: prompt_version } = use;
  const cost_micros = asked.costMicros;
  if (asked.kind === "answered") {
    return {
      kind: "model_answered",
      at,
      model,
      prompt_version,
      category_id: asked.categoryId,
      rationale: asked.rationale,
      raw_confidence: asked.rawConfidence,
      usage: asked.usage,
      cost_micros,
      cached: asked.cached,
    };
  }
  const { reason, retryAfterMs } = asked;
  const isFinal = reason === "over_budget" || (retryAfterMs ?? 0) > WAIT_MAX_MS;
  return {
    kind: "model_failed",
    at,
    model,
    reason,
    usage: asked.usage,
    cost_micros,
    ...retryAfterMs !== null && { retry_after_ms: retryAfterMs },
    ...isFinal && { final: true },
  };
}
