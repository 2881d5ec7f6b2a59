import { z } from "@hono/zod-openapi";
import { type Id, isId } from "../../src/kernel/ids.ts";
import { type Instant, readInstant } from "../../src/kernel/instant.ts";
import { minorDigits, readMinor } from "../../src/kernel/money.ts";
import { tidy } from "../../src/records/text.ts";

/** Text of at most `max` characters (code points); may be blank. */
export function textUpTo(max: number) {
  return z.string().refine((text) => fits(text, max), {
    error: `has more than ${max} characters`,
  }).openapi({ maxLength: max });
}

/** Characters that show nothing: controls, formatting, what fonts leave out. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]+/gu;

/** Text of 1 to `max` characters, some of which can be seen. */
export function text(max: number) {
  return textUpTo(max).refine(
    (given) => tidy(given.replace(UNSEEN, "")) !== "",
    {
      error: "is blank",
    },
  ).openapi({ minLength: 1, maxLength: max });
}

/**
 * What may be left out, and is never undefined, which JSON cannot say. As `exactOptional`, of which the document's
 * generator does not know that it may.
 */
export function leftOut<S extends z.ZodType>(schema: S): z.ZodExactOptional<S> {
  return schema.optional() as unknown as z.ZodExactOptional<S>;
}

/** A name as kept: white space tidied. */
export function name(max = 200) {
  return text(max).overwrite(tidy);
}

// Both as sent and as kept: composing characters can lengthen a text.
function fits(given: string, max: number): boolean {
  return [given, tidy(given)].every((one) =>
    one.length <= max || (one.length <= 2 * max && [...one].length <= max)
  );
}

/** An id of one kind, well formed; whether it is there is for the use case to say. */
export function idText<const P extends string>(prefix: P, what: string) {
  return z.string().refine((given): given is Id<P> => isId(prefix, given), {
    error: `is not the id of ${what}`,
  }).openapi({ pattern: idPattern(prefix) });
}

/** The JSON Schema pattern of an id. */
export function idPattern(prefix: string): string {
  return `^${prefix}_[0-7][0-9a-hjkmnp-tv-z]{25}$`;
}

/** An RFC 3339 date-time, or a full date taken as midnight UTC. */
export const instant = z.string().transform((given, context): Instant => {
  const read = readInstant(given);
  if ("instant" in read) return read.instant;
  context.addIssue({ code: "custom", message: read.wrong });
  return z.NEVER;
}).openapi({
  type: "string",
  format: "date-time",
  description: "A date alone is taken as midnight UTC",
  example: "2026-03-31T09:30:00Z",
});

/** An amount in minor units of an ISO 4217 currency. */
export const money = z.strictObject({
  minor: z.union([z.number(), z.string()], {
    error: ({ input }) =>
      input === undefined ? "is missing" : "is neither a number nor text",
  }).transform((given, context) => {
    const read = readMinor(given);
    if ("minor" in read) return read.minor;
    context.addIssue({ code: "custom", message: read.wrong });
    return z.NEVER;
  }).openapi({
    type: ["integer", "string"],
    pattern: "^-?\\d{1,19}$",
    description: "Minor units (pence, cents); as text beyond 2^53",
    example: -1250,
  }),
  currency: z.string().refine((code) => minorDigits(code) !== undefined, {
    error: "is not an ISO 4217 currency code",
  }).openapi({ pattern: "^[A-Z]{3}$", example: "GBP" }),
}).openapi("Money");

/** A whole number as a query carries it. */
export function integerText(
  { min, max }: { readonly min: number; readonly max: number },
) {
  return z.string().transform((given, context) => {
    const number = /^\d{1,16}$/.test(given) ? Number(given) : NaN;
    if (number >= min && number <= max) return number;
    context.addIssue({
      code: "custom",
      message: `is not a whole number from ${min} to ${max}`,
    });
    return z.NEVER;
  }).openapi({ type: "integer", minimum: min, maximum: max });
}
