import { stringify } from "yaml";
import type { Json } from "../../../../src/kernel/json.ts";
import { readYaml } from "../../read_yaml.ts";

/** As YAML that older readers, for whom `no` is false, understand as well; without the last line's end. */
export function yamlText(value: unknown): string {
  return stringify(value, {
    aliasDuplicateObjects: false,
    compat: "yaml-1.1",
    lineWidth: 0,
  }).trimEnd();
}

/** Reads YAML, or JSON, which is YAML too; what is wrong comes in words that follow the field's label. */
export function readYamlText(
  text: string,
): { readonly value: Json } | { readonly wrong: string } {
  const read = readYaml(text);
  if ("value" in read) return read;
  const [first] = read.errors;
  return {
    wrong: first
      ? `cannot be read at line ${first.line}, column ${first.column}: ${first.detail}`
      : "cannot be read",
  };
}
