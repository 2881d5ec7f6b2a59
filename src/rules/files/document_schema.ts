import { z } from "zod";
import type { DocumentRule } from "./rule_document.ts";
import { fieldsSetShape, objectFlaw, ruleShape } from "../rule_schema.ts";

/** More than any id or name of a category has. */
const REFERENCE_LENGTH_MAX = 1_000;

const reference = z.string({ error: "is not text" })
  .max(REFERENCE_LENGTH_MAX, {
    error: `is longer than ${REFERENCE_LENGTH_MAX} characters`,
  });

const documentFields = z.strictObject({
  category: reference.optional(),
  ...fieldsSetShape,
}, { error: objectFlaw })
  .refine((set) => Object.keys(set).length > 0, { error: "sets nothing" })
  .refine(
    (set) => set.category === undefined || set.category_id === undefined,
    { error: "does not go with category", path: ["category_id"] },
  )
  .meta({
    id: "DocumentFields",
    description:
      "What a rule sets; the category by its name (`category`) or its id.",
  });

/** Reads one rule of a document, and fills in its defaults. */
export const documentRuleSchema = z.strictObject({
  id: reference.optional(),
  ...ruleShape,
  then: documentFields,
}, { error: objectFlaw })
  .meta({ id: "DocumentRule" }) as unknown as z.ZodType<DocumentRule>; // JSON has no `undefined`
