import type { Deps } from "../../../ports/deps.ts";
import type {
  ModelCall,
  ModelPrice,
  ModelProfile,
  ModelReply,
} from "../../../ports/language_model.ts";
import type { Tx } from "../../../ports/unit_of_work.ts";
import { ok } from "../../kernel/result.ts";
import type { Permit } from "../../tenancy/access.ts";
import { costOf, mostOf, shareOut } from "../model/call_cost.ts";
import { promptOf } from "../model/prompt.ts";
import type { Answer } from "../model/question.ts";
import { readAnswers } from "../model/read_answers.ts";
import { limitFact } from "../limit_fact.ts";
import { type Month, monthOf } from "../../kernel/month.ts";
import {
  type CallEnd,
  type CallReservation,
  limitsNear,
  type ModelBudget,
} from "../model/spend.ts";
import type { Asked, Batch, KeyedQuestion, Share } from "./call_model.ts";
import { reserveCall } from "./reserve_call.ts";

/** An answer is a label, a confidence and a quote; what goes on for longer is cut off. One record's worth is for the frame. */
const OUTPUT_TOKENS_PER_RECORD = 256;

/** One call: charged at its most, made, charged at what it used, and its answers kept. Tells what came of each question, by key. */
export async function callOnce(
  deps: Pick<Deps, "uow" | "clock" | "ids" | "model">,
  permit: Permit,
  profile: ModelProfile,
  { use, labels, budget }: Batch,
  keyed: readonly KeyedQuestion[],
): Promise<ReadonlyMap<string, Asked>> {
  const questions = keyed.map(({ question }) => question);
  const call: ModelCall = {
    model: use.model,
    ...promptOf(questions, labels, use.promptVersion),
    outputTokensMax: OUTPUT_TOKENS_PER_RECORD * (questions.length + 1),
    temperature: use.temperature,
  };
  const at = deps.clock.now();
  const reservation: CallReservation = {
    id: deps.ids.next("mcl"),
    month: monthOf(at),
    at,
    provider: use.provider,
    model: use.model,
    records: questions.length,
    most: mostOf(call, profile.price),
  };
  if (!await reserveCall(deps, permit, reservation, budget)) {
    return new Map(keyed.map(({ key }) => [key, OVER_BUDGET]));
  }
  const reply = await deps.model.call(call);
  const answers = reply.kind === "answered"
    ? readAnswers(reply.output, questions, labels)
    : null;
  const used = usedBy(reply, profile.price, reservation);
  const shares = sharesOf(used, reservation, questions.length);
  const asked = new Map(keyed.map(({ key, question }, i) => [
    key,
    outcomeOf(reply, answers?.get(question.recordId), shares[i]!),
  ]));
  await settleCall(deps, permit, { reservation, budget }, reply, used, asked);
  return asked;
}

const OVER_BUDGET: Asked = {
  kind: "failed",
  reason: "over_budget",
  retryAfterMs: null,
  usage: { input_tokens: 0, output_tokens: 0 },
  costMicros: 0,
};

/**
 * What a call used. Null: nobody knows, as where the provider tells more than a call of these bytes can take. A provider
 * that says it was asked too often did nothing.
 */
function usedBy(
  reply: ModelReply,
  price: ModelPrice,
  { most }: CallReservation,
): CallEnd["used"] {
  const isHeldBack = reply.kind === "failed" && reply.reason === "rate_limited";
  const usage = reply.usage ??
    (isHeldBack ? { input_tokens: 0, output_tokens: 0 } : null);
  if (!usage) return null;
  const tokens = usage.input_tokens + usage.output_tokens;
  const micros = costOf(usage, price);
  return tokens > most.tokens || micros > most.micros
    ? null
    : { usage, micros };
}

/** Each record's part of what the call is charged for; of tokens that nobody knows none are told. */
function sharesOf(
  used: CallEnd["used"],
  { most }: CallReservation,
  count: number,
): readonly Share[] {
  const input = shareOut(used?.usage.input_tokens ?? 0, count);
  const output = shareOut(used?.usage.output_tokens ?? 0, count);
  const micros = shareOut(used?.micros ?? most.micros, count);
  return micros.map((costMicros, i) => ({
    usage: { input_tokens: input[i]!, output_tokens: output[i]! },
    costMicros,
  }));
}

function outcomeOf(
  reply: ModelReply,
  answer: Answer | undefined,
  share: Share,
): Asked {
  if (reply.kind === "failed") {
    const { reason, retryAfterMs } = reply;
    return { kind: "failed", reason, retryAfterMs, ...share };
  }
  if (answer?.kind !== "answered") {
    const reason = answer?.reason ?? "malformed";
    return { kind: "failed", reason, retryAfterMs: null, ...share };
  }
  const { categoryId, rationale, rawConfidence } = answer;
  return {
    kind: "answered",
    categoryId,
    rationale,
    rawConfidence,
    cached: false,
    ...share,
  };
}

async function settleCall(
  deps: Pick<Deps, "uow" | "clock">,
  permit: Permit,
  { reservation: { id, month }, budget }: {
    readonly reservation: CallReservation;
    readonly budget: ModelBudget;
  },
  reply: ModelReply,
  used: CallEnd["used"],
  asked: ReadonlyMap<string, Asked>,
): Promise<void> {
  const at = deps.clock.now();
  const kept = [...asked].flatMap(([key, outcome]) => {
    if (outcome.kind === "failed") return [];
    const { categoryId, rationale, rawConfidence, usage } = outcome;
    return [{ key, categoryId, rationale, rawConfidence, usage, at }];
  });
  await deps.uow.run(permit, async (tx) => {
    await tx.modelSpend.end(id, {
      at,
      outcome: reply.kind === "answered" ? "answered" : reply.reason,
      used,
      answered: kept.length,
      failed: asked.size - kept.length,
    });
    await tx.modelAnswers.keep(kept);
    await tellLimitsNear(tx, month, budget);
    return ok(null);
  });
}

/** What was charged at most has been corrected by now, so that no call under way makes a limit look near for good. */
async function tellLimitsNear(
  tx: Pick<Tx, "modelSpend" | "events">,
  month: Month,
  budget: ModelBudget,
): Promise<void> {
  const { tokensPerMonth, microsPerMonth } = budget;
  if (tokensPerMonth === null && microsPerMonth === null) return;
  const used = (await tx.modelSpend.months(month))
    .find((one) => one.month === month);
  if (!used) return;
  for (const near of limitsNear(used, budget)) {
    if (await tx.modelSpend.noteNear(month, ...near)) {
      tx.events.append([limitFact("LIMIT_NEAR", month, near, used)]);
    }
  }
}
