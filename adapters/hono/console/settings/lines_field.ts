import { z } from "@hono/zod-openapi";

/** The lines of a field that hold something, each read by `read`, which tells what is wrong with one in words. */
export function linesField<T>(
  max: number,
  read: (line: string) => { readonly value: T } | { readonly wrong: string },
) {
  return z.string().transform((text, context): readonly T[] => {
    const lines = linesOf(text);
    if (lines.length > max) {
      context.addIssue(`has more than ${max} lines`);
      return z.NEVER;
    }
    return lines.map((line) => {
      const one = read(line);
      if ("value" in one) return one.value;
      context.addIssue(`has a line that ${one.wrong}: ${line}`);
      return z.NEVER;
    });
  });
}

function linesOf(text: string): readonly string[] {
  return text.split("\n").map((line) => line.trim()).filter(Boolean);
}
