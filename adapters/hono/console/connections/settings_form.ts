import { z } from "@hono/zod-openapi";
import type { Flaw } from "../../../../src/kernel/failure.ts";
import { readBy } from "../../flaws_in.ts";
import { readYamlText } from "../parts/yaml_text.ts";

/** Flaws that are told at once. */
const TOLD_MAX = 5;

/** Settings as YAML or JSON in a field of a form, read by the schema of their kind. */
export function settingsText<S extends z.ZodType>(schema: S) {
  return z.string().transform((text, context): z.output<S> => {
    const wrong = (message: string) => {
      context.addIssue({ code: "custom", message });
      return z.NEVER;
    };
    const yaml = readYamlText(text);
    if ("wrong" in yaml) return wrong(yaml.wrong);
    const read = readBy(schema, yaml.value);
    return read.ok ? read.value : wrong(flawsText(read.flaws));
  });
}

/** What is wrong with a text of several members, in words that follow the field's label. */
export function flawsText(flaws: readonly Flaw[]): string {
  return flaws.slice(0, TOLD_MAX).map(({ pointer, detail }, i) => {
    const where = pointer === "" ? "" : `at ${pointer} `;
    return i === 0 && where === "" ? detail : `${where}${detail}`;
  }).join("; ");
}
