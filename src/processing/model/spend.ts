import type { Id } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/instant.ts";
import type { Month } from "../../kernel/month.ts";
import type { ModelFailureReason, Usage } from "../trace.ts";

/** What a model costs: tokens of input and output together, and money in millionths of a US dollar. */
export interface Spend {
  readonly tokens: number;
  readonly micros: number;
}

/** What a tenant may spend in a calendar month; null: no limit. */
export interface ModelBudget {
  readonly tokensPerMonth: number | null;
  readonly microsPerMonth: number | null;
}

/** Which part of a budget is used up. */
export type BudgetLimit = "llm_tokens" | "llm_money";

export type ModelCallId = Id<"mcl">;

/** A call that is about to be made, and the most that it can cost. */
export interface CallReservation {
  readonly id: ModelCallId;
  /** The month that the call is charged to, whenever it ends. */
  readonly month: Month;
  readonly at: Instant;
  readonly provider: string;
  readonly model: string;
  readonly records: number;
  readonly most: Spend;
}

/** How a call ended. */
export interface CallEnd {
  readonly at: Instant;
  readonly outcome: "answered" | ModelFailureReason;
  /** Null: not known, so that the call stays charged at the most that it can cost. */
  readonly used: { readonly usage: Usage; readonly micros: number } | null;
  /** Of its records, those with an answer, and those without. */
  readonly answered: number;
  readonly failed: number;
}

/** What a tenant's month came to. Calls that have not ended count at their most. */
export interface ModelMonth extends Spend {
  readonly month: Month;
  readonly calls: number;
  /** Records that a call answered, or did not, and those whose answer was known. */
  readonly answered: number;
  readonly failed: number;
  readonly cached: number;
}

/** The limit that keeps a call from being made: one that is reached already, or that its most would cross. */
export function limitMet(
  used: Spend,
  most: Spend,
  { tokensPerMonth, microsPerMonth }: ModelBudget,
): BudgetLimit | null {
  if (isMet(used.tokens, most.tokens, tokensPerMonth)) return "llm_tokens";
  if (isMet(used.micros, most.micros, microsPerMonth)) return "llm_money";
  return null;
}

function isMet(used: number, most: number, limit: number | null): boolean {
  return limit !== null && (used >= limit || used + most > limit);
}

/** The part of a limit from which on it is near. */
const NEAR = 0.8;

/** The limits of a budget that are near, and their values. */
export function limitsNear(
  used: Spend,
  { tokensPerMonth, microsPerMonth }: ModelBudget,
): readonly (readonly [limit: BudgetLimit, value: number])[] {
  const isNear = (spent: number, limit: number | null) =>
    limit !== null && limit > 0 && spent >= NEAR * limit;
  return [
    ...isNear(used.tokens, tokensPerMonth)
      ? [["llm_tokens", tokensPerMonth!] as const]
      : [],
    ...isNear(used.micros, microsPerMonth)
      ? [["llm_money", microsPerMonth!] as const]
      : [],
  ];
}
