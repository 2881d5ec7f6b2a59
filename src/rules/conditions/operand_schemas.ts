import { z } from "zod";
import { readInstant } from "../../kernel/instant.ts";
import { minorDigits, readMinor } from "../../kernel/money.ts";
import { patternFlaw } from "../matcher/compile_pattern.ts";
import {
  type MoneyValue,
  PATTERN_LENGTH_MAX,
  VALUE_LENGTH_MAX,
  VALUES_MAX,
} from "./condition.ts";
import { plainText } from "./plain_text.ts";

export const textOperand = plainText(VALUE_LENGTH_MAX);

export const patternOperand = plainText(PATTERN_LENGTH_MAX)
  .superRefine((source, context) => {
    // A pattern that is too long is not worth compiling.
    if (source.length > PATTERN_LENGTH_MAX) return;
    const message = patternFlaw(source);
    if (message !== null) context.addIssue({ code: "custom", message });
  });

export const numberOperand = z.number({ error: "is not a number" });

export const dateOperand = z.string({ error: "is not text" })
  .superRefine((text, context) => {
    const read = readInstant(text);
    if ("wrong" in read) {
      context.addIssue({ code: "custom", message: read.wrong });
    }
  });

export const moneyOperand: z.ZodType<MoneyValue> = strict({
  minor: z.union([z.number(), z.string()], {
    error: "is not a number or text",
  }).superRefine((minor, context) => {
    const read = readMinor(minor);
    if ("wrong" in read) {
      context.addIssue({ code: "custom", message: read.wrong });
    }
  }),
  currency: z.string({ error: "is not text" })
    .refine((code) => minorDigits(code) !== undefined, {
      error: "is not an ISO 4217 currency code",
    }),
});

/** A list of one to `VALUES_MAX` of `item`. */
export function listOf<T>(item: z.ZodType<T>): z.ZodArray<z.ZodType<T>> {
  return z.array(item, { error: "is not a list" })
    .min(1, { error: "is an empty list" })
    .max(VALUES_MAX, { error: `has more than ${VALUES_MAX} values` });
}

/** A list of whole numbers from `first` to `last`. */
export function listOfDays(first: number, last: number) {
  const error = `is not a whole number from ${first} to ${last}`;
  return listOf(z.int({ error }).min(first, { error }).max(last, { error }));
}

/** `from` and `to`; `flaw` tells why the two do not make a range, or null. */
export function rangeOf<T>(
  end: z.ZodType<T>,
  flaw: (from: T, to: T) => string | null,
) {
  return strict({ from: end, to: end }).superRefine(({ from, to }, context) => {
    const message = flaw(from as T, to as T);
    if (message !== null) {
      context.addIssue({ code: "custom", path: ["to"], message });
    }
  });
}

export const numberRange = rangeOf(
  numberOperand,
  (from, to) => to < from ? "is less than from" : null,
);

export const dateRange = rangeOf(dateOperand, (from, to) => {
  const [first, last] = [readInstant(from), readInstant(to)];
  if ("wrong" in first || "wrong" in last) return null;
  return last.instant <= first.instant ? "is not later than from" : null;
});

export const moneyRange = rangeOf(moneyOperand, (from, to) => {
  const [least, most] = [readMinor(from.minor), readMinor(to.minor)];
  if ("wrong" in least || "wrong" in most) return null;
  if (from.currency !== to.currency) return "is in another currency than from";
  return BigInt(most.minor) < BigInt(least.minor) ? "is less than from" : null;
});

function strict<Shape extends z.ZodRawShape>(shape: Shape) {
  return z.strictObject(shape, {
    error: (issue) =>
      issue.code === "unrecognized_keys"
        ? `has unknown members: ${issue.keys?.join(", ")}`
        : "is not an object",
  });
}
