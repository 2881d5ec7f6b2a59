import { z } from "@hono/zod-openapi";
import type { Flaw } from "../../src/kernel/failure.ts";
import { FLAWS_MAX, pointerTo } from "../../src/kernel/pointer.ts";

type Reading<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly flaws: readonly Flaw[] };

/** Reads `value` by `schema`; what is wrong comes as pointers and plain words, at most 100 of them. */
export function readBy<S extends z.ZodType>(
  schema: S,
  value: unknown,
): Reading<z.output<S>> {
  const read = schema.safeParse(value, { error: inWords });
  if (read.success) return { ok: true, value: read.data };
  const flaws: Flaw[] = [];
  for (const issue of read.error.issues) {
    if (flaws.length >= FLAWS_MAX) break;
    flaws.push(...flawsOf(issue));
  }
  return { ok: false, flaws: flaws.slice(0, FLAWS_MAX) };
}

function flawsOf(issue: z.core.$ZodIssue): readonly Flaw[] {
  const { path } = issue;
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => ({
      pointer: pointerTo([...path, key]),
      detail: "is not a known member",
    }));
  }
  if (issue.code === "invalid_union") {
    const meant = formMeant(issue.errors);
    if (meant) {
      return meant.flatMap((inner) =>
        flawsOf({ ...inner, path: [...path, ...inner.path] })
      );
    }
  }
  const detail = issue.code === "invalid_key"
    ? `is not a name that fits: it ${issue.issues[0]?.message}`
    : issue.message;
  return [{ pointer: pointerTo(path), detail }];
}

/** Of several forms the one that was meant: nothing is wrong with it as a whole, only inside, or there is too much of it. */
function formMeant(
  forms: readonly (readonly z.core.$ZodIssue[])[],
): readonly z.core.$ZodIssue[] | undefined {
  return forms.filter((issues) =>
    issues.every(({ path, code }) =>
      path.length > 0 || code === "unrecognized_keys"
    )
  ).toSorted((a, b) => a.length - b.length)[0];
}

const NAMES: Readonly<Record<string, string>> = {
  string: "text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "an object",
  record: "an object",
};

/** An issue in words that follow the name of the place: "is missing", "has more than 50 items". */
function inWords(issue: z.core.$ZodRawIssue): string {
  if (issue.input === undefined) return "is missing";
  switch (issue.code) {
    case "invalid_type":
      return `is not ${NAMES[issue.expected] ?? issue.expected}`;
    case "invalid_value":
      return issue.values.length === 1
        ? `is not ${String(issue.values[0])}`
        : `is none of ${issue.values.map(String).join(", ")}`;
    case "too_small":
      return bound(issue.origin, "fewer", "less", issue.minimum);
    case "too_big":
      return bound(issue.origin, "more", "more", issue.maximum);
    case "invalid_union":
      return "has none of the forms allowed here";
    default:
      return "is not valid";
  }
}

function bound(
  origin: string,
  ofMany: string,
  ofMuch: string,
  limit: number | bigint,
): string {
  const unit = limit === 1 ? "" : "s";
  if (origin === "string") {
    return `has ${ofMany} than ${limit} character${unit}`;
  }
  if (origin === "array") return `has ${ofMany} than ${limit} item${unit}`;
  return `is ${ofMuch} than ${limit}`;
}
