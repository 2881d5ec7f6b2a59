/** JSON, as a test handles it. */
export type Json = null | boolean | number | string | readonly Json[] | {
  readonly [name: string]: Json;
};

/** As much of JSON Schema 2020-12 as our OpenAPI document uses. */
export interface JsonSchema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly const?: Json;
  readonly enum?: readonly Json[];
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly allOf?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | JsonSchema;
  readonly propertyNames?: JsonSchema;
  readonly minProperties?: number;
  readonly maxProperties?: number;
  readonly items?: JsonSchema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly pattern?: string;
  readonly format?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly multipleOf?: number;
}

/** Keywords that say nothing of which values fit. */
export const ANNOTATIONS: ReadonlySet<string> = new Set([
  "description",
  "title",
  "default",
  "example",
  "examples",
  "deprecated",
  "discriminator",
]);

/** Keywords that `valueOf` heeds. */
export const HEEDED: ReadonlySet<string> = new Set(
  [
    "$ref",
    "type",
    "const",
    "enum",
    "anyOf",
    "oneOf",
    "allOf",
    "properties",
    "required",
    "additionalProperties",
    "propertyNames",
    "minProperties",
    "maxProperties",
    "items",
    "minItems",
    "maxItems",
    "pattern",
    "format",
    "minLength",
    "maxLength",
    "minimum",
    "maximum",
    "exclusiveMinimum",
    "exclusiveMaximum",
    "multipleOf",
  ] satisfies readonly (keyof JsonSchema)[],
);

/** Schemas by the names that `#/components/schemas/…` refers to. */
export type Components = Readonly<Record<string, JsonSchema>>;

/** The schema itself where it is a reference to one of `components`; a dangling reference throws. */
export function resolved(
  schema: JsonSchema,
  components: Components,
): JsonSchema {
  if (schema.$ref === undefined) return schema;
  const name = schema.$ref.replace("#/components/schemas/", "");
  const target = components[name];
  if (!target) throw new Error(`${schema.$ref} leads nowhere`);
  const { $ref: _, ...beside } = schema;
  return merged([resolved(target, components), beside]);
}

/** One schema for values that fit all of `parts`: later keywords win, members come together. */
export function merged(parts: readonly JsonSchema[]): JsonSchema {
  const properties = Object.assign(
    {},
    ...parts.map((part) => part.properties ?? {}),
  );
  const required = [...new Set(parts.flatMap((part) => part.required ?? []))];
  return {
    ...Object.assign({}, ...parts),
    ...Object.keys(properties).length > 0 && { properties },
    ...required.length > 0 && { required },
  };
}
