import { z } from "@hono/zod-openapi";
import type { ReviewQueue } from "../../../../src/approvals/review_queue.ts";
import type { QueueDefinition } from "../../../../src/approvals/use_cases/change_queues.ts";
import { readDecimal } from "../../../../src/kernel/decimal.ts";
import type { Failure, Flaw } from "../../../../src/kernel/failure.ts";
import { formatMoney, type Minor } from "../../../../src/kernel/money.ts";
import { fail, ok, type Result } from "../../../../src/kernel/result.ts";
import { readBy } from "../../flaws_in.ts";
import { requestFailures } from "../../request_failures.ts";
import {
  definitionOf,
  newQueueSchema,
} from "../../routes/review_queue_schema.ts";
import type { FormValues } from "../shell/form_state.ts";

const text = z.string().optional();
const texts = z.union([
  z.array(z.string()),
  z.string().transform((one) => [one]),
]).optional();

/** What a queue's form sends, as it is sent. */
export const queueForm = z.object({
  name: text,
  category_ids: texts,
  /** One more of them, where they are too many to tick. */
  category_id: text,
  currency: text,
  amount_min: text,
  amount_max: text,
  because: texts,
  connection_ids: texts,
  age_hours: text,
  assignees: texts,
  sla_hours: text,
  do: z.enum(["add", "save"]).default("save"),
});
export type QueueForm = z.output<typeof queueForm>;

/** What the form calls the places of a queue; the first that fits. */
const FIELDS: readonly (readonly [place: string, field: string])[] = [
  ["/conditions/amount/min", "amount_min"],
  ["/conditions/amount/max", "amount_max"],
  ["/conditions/amount", "currency"],
  ["/conditions/category_ids", "category_ids"],
  ["/conditions/connection_ids", "connection_ids"],
  ["/conditions/because", "because"],
  ["/conditions/age_hours", "age_hours"],
];

/** The queue that a form tells of, or what is wrong with its fields. */
export function readQueue(form: QueueForm): Result<QueueDefinition, Failure> {
  const { currency, amount_min, amount_max } = form;
  const ends = { min: amount_min, max: amount_max };
  const wrong: Flaw[] = [];
  const minorOf = (end: keyof typeof ends): Minor | null => {
    const given = ends[end];
    // Without a currency that alone is told.
    if (given === undefined || currency === undefined) return null;
    const read = readDecimal(given, currency);
    if ("minor" in read) return read.minor;
    wrong.push({ pointer: `/conditions/amount/${end}`, detail: read.wrong });
    return null;
  };
  const hasAmount = [currency, amount_min, amount_max]
    .some((one) => one !== undefined);
  const read = readBy(newQueueSchema, {
    name: form.name,
    conditions: {
      category_ids: chosenCategories(form),
      because: form.because,
      connection_ids: form.connection_ids,
      age_hours: numberIn(form.age_hours),
      ...hasAmount &&
        { amount: { currency, min: minorOf("min"), max: minorOf("max") } },
    },
    assignees: form.assignees,
    sla_hours: numberIn(form.sla_hours),
  });
  const flaws = [...wrong, ...read.ok ? [] : read.flaws];
  return read.ok && wrong.length === 0
    ? ok(definitionOf(read.value))
    : fail(atFields(requestFailures.invalid({}, flaws)));
}

/** The same failure, its places named as the form names them. */
export function atFields<F extends Failure>(failure: F): F {
  return {
    ...failure,
    flaws: failure.flaws.map(({ pointer, detail }) => {
      const field = FIELDS.find(([place]) => pointer.startsWith(place));
      return { pointer: field ? `/${field[1]}` : pointer, detail };
    }),
  };
}

/** The form with the one more category among the others. */
export function withCategory(form: QueueForm): FormValues {
  const { category_id: _, do: _do, ...rest } = form;
  const values = { ...rest, category_ids: chosenCategories(form) };
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value]]
    ),
  );
}

/** What stands in the form of a queue that is there. */
export function queueValues(
  { name, conditions, assignees, slaHours }: ReviewQueue,
): FormValues {
  const { amount, categoryIds, because, connectionIds, ageHours } = conditions;
  const ends = { amount_min: amount?.min, amount_max: amount?.max };
  return {
    name,
    category_ids: categoryIds ?? [],
    because: because ?? [],
    connection_ids: connectionIds ?? [],
    ...ageHours !== null && { age_hours: String(ageHours) },
    ...amount && { currency: amount.currency },
    ...Object.fromEntries(
      Object.entries(ends).flatMap(([field, minor]) =>
        minor ? [[field, decimal(minor, amount!.currency)]] : []
      ),
    ),
    assignees,
    ...slaHours !== null && { sla_hours: String(slaHours) },
  };
}

function chosenCategories(
  { category_ids = [], category_id }: QueueForm,
): string[] | undefined {
  const all = new Set([
    ...category_ids,
    ...category_id === undefined ? [] : [category_id],
  ]);
  return all.size === 0 ? undefined : [...all];
}

/** A whole number as JSON has it; anything else stays as it is, and is refused. */
function numberIn(text: string | undefined): number | string | undefined {
  return text !== undefined && /^\d{1,6}$/.test(text.trim())
    ? Number(text)
    : text;
}

function decimal(minor: Minor, currency: string): string {
  return formatMoney({ minor, currency }).split(" ")[0]!;
}
