import type {
  Assignee,
  QueueConditions,
} from "../../../../src/approvals/review_queue.ts";
import type { Idle } from "../../../../src/approvals/why_idle.ts";
import type { ReviewReason } from "../../../../src/processing/trace.ts";
import { ROLES } from "../../../../src/tenancy/access.ts";
import { moneyText } from "../parts/figures.tsx";
import { REASON_WORDS } from "../parts/words.ts";

/** Names that are listed; of more the rest is counted. */
const NAMED_MAX = 6;

const OR = new Intl.ListFormat("en-GB", { type: "disjunction" });
const AND = new Intl.ListFormat("en-GB", { type: "conjunction" });
const DAYS = unit("day");
const HOURS = unit("hour");

type Names = ReadonlyMap<string, string>;

/** What a queue takes: `Items suggested as Timber or Fuel, of £1,000.00 or more`. */
export function takesText(
  { categoryIds, amount, because, connectionIds, ageHours }: QueueConditions,
  names: Names,
): string {
  const named = (ids: readonly string[]) =>
    listed(ids.map((id) => names.get(id) ?? id), OR);
  const parts = [
    ...categoryIds ? [`suggested as ${named(categoryIds)}`] : [],
    ...amount ? [amountText(amount)] : [],
    ...connectionIds ? [`from ${named(connectionIds)}`] : [],
    ...because ? [`where ${OR.format(because.map(reasonText))}`] : [],
    ...ageHours === null
      ? []
      : [`that wait for ${hoursText(ageHours)} or longer`],
  ];
  return parts.length === 0 ? "Everything" : `Items ${parts.join(", ")}`;
}

function amountText(
  { currency, min, max }: NonNullable<QueueConditions["amount"]>,
): string {
  const money = (minor: NonNullable<typeof min>) =>
    moneyText({ minor, currency });
  return min !== null && max !== null
    ? min === max ? `of ${money(min)}` : `of ${money(min)} to ${money(max)}`
    : min !== null
    ? `of ${money(min)} or more`
    : max !== null
    ? `of ${money(max)} or less`
    : `in ${currency}`;
}

/** Why a person is asked, as a part of a sentence. */
function reasonText(reason: ReviewReason): string {
  const words = reasonLabel(reason);
  return `${words[0]!.toLowerCase()}${words.slice(1)}`;
}

/** The same by itself. */
export function reasonLabel(reason: ReviewReason): string {
  return REASON_WORDS[reason].replace(/\.$/, "");
}

/** Who is asked; nobody who still may decide is everybody. */
export function askedText(
  assignees: readonly Assignee[],
  names: Names,
): string {
  const there = assignees.flatMap((one) => {
    const name = (ROLES as readonly string[]).includes(one)
      ? `all ${one}s`
      : names.get(one);
    return name === undefined ? [] : [name];
  });
  return there.length > 0
    ? listed(there, AND)
    : assignees.length === 0
    ? "everybody"
    : "everybody: who was named may not decide any more";
}

/** Whole days where they are whole. */
export function hoursText(hours: number): string {
  return hours % 24 === 0 ? DAYS.format(hours / 24) : HOURS.format(hours);
}

/** Why nothing can be in a queue, and what to do about it. */
export function idleText(idle: Idle): string {
  switch (idle.kind) {
    case "amount":
      return "Nothing can be in it: its least amount is above its most.";
    case "suggestion":
      return "Nothing can be in it: it takes suggested categories, and only what nothing is suggested for.";
    case "archived":
      return "Its categories are all archived, so nothing new comes into it.";
    case "taken":
      return `Nothing can be in it: “${idle.by.name}” stands before it and takes all that it would take.`;
  }
}

function listed(all: readonly string[], how: Intl.ListFormat): string {
  const rest = all.length - NAMED_MAX;
  return how.format(
    rest < 2 ? all : [...all.slice(0, NAMED_MAX), `${rest} others`],
  );
}

function unit(unit: string): Intl.NumberFormat {
  return new Intl.NumberFormat("en-GB", {
    style: "unit",
    unit,
    unitDisplay: "long",
  });
}
