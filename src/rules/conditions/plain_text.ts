import { z } from "zod";
import { fold } from "../../records/text.ts";

/** Text of up to `lengthMax` UTF-16 units that a database keeps as sent and that holds something to compare. */
export function plainText(lengthMax: number): z.ZodString {
  return z.string({ error: "is not text" })
    .max(lengthMax, { error: `is longer than ${lengthMax} characters` })
    .superRefine((text, context) => {
      const message = textFlaw(text);
      if (message !== null) context.addIssue({ code: "custom", message });
    });
}

/** What is wrong with `text`: broken Unicode, a NUL, or nothing left once folded; null when nothing is. */
export function textFlaw(text: string): string | null {
  if (!text.isWellFormed()) return "is not well-formed Unicode";
  if (text.includes("\0")) return "contains a NUL character";
  return fold(text) === "" ? "is empty" : null;
}
