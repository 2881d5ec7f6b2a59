import type { Schema } from "./document_types.ts";

/** The members of an object, nested ones below; of anything else its type. */
export function SchemaView({ schema }: { readonly schema: Schema }) {
  const members = Object.entries(schema.properties ?? {});
  if (members.length === 0) {
    return (
      <p class="type">
        <Type schema={schema} />
        {schema.description && <span class="note">{schema.description}</span>}
      </p>
    );
  }
  const required = new Set(schema.required);
  return (
    <dl class="members">
      {members.map(([name, member]) => (
        <div>
          <dt>
            <code>{name}</code>
            {required.has(name) && <span class="required">required</span>}
          </dt>
          <dd>
            <Type schema={member} /> <Limits schema={member} />
            {member.description && (
              <span class="note">{member.description}</span>
            )}
            <Inside schema={member} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** The members of what a list or a nullable holds, where they are not named elsewhere. */
function Inside({ schema }: { readonly schema: Schema }) {
  const inner = schema.items ?? schema;
  const forms = [inner, ...inner.anyOf ?? [], ...inner.oneOf ?? []]
    .filter((form) => form.properties);
  return <>{forms.map((form) => SchemaView({ schema: form }))}</>;
}

/** A type in words; named ones lead to their place. */
export function Type({ schema }: { readonly schema: Schema }) {
  if (schema.$ref !== undefined) {
    const name = schema.$ref.split("/").at(-1);
    return <a class="ref" href={`#schema-${name}`}>{name}</a>;
  }
  const forms = schema.anyOf ?? schema.oneOf;
  if (forms) {
    return (
      <>
        {forms.map((form, i) => (
          <>
            {i > 0 && " or "}
            <Type schema={form} />
          </>
        ))}
      </>
    );
  }
  if (schema.items) {
    return (
      <>
        list of <Type schema={schema.items} />
      </>
    );
  }
  if (schema.enum) return <Words words={schema.enum} />;
  if (schema.const !== undefined) return <Words words={[schema.const]} />;
  if (typeof schema.additionalProperties === "object") {
    return (
      <>
        object of <Type schema={schema.additionalProperties} />
      </>
    );
  }
  const idPrefix = /^\^([a-z]+_)\[/.exec(schema.pattern ?? "")?.[1];
  if (idPrefix !== undefined) {
    return (
      <>
        id, <code>{idPrefix}…</code>
      </>
    );
  }
  const types = [schema.type ?? "any JSON"].flat();
  const text = types.map((type) => NAMES[type] ?? type).join(" or ");
  return <>{schema.format === "date-time" ? `${text}, RFC 3339` : text}</>;
}

const NAMES: Readonly<Record<string, string>> = {
  string: "text",
  integer: "whole number",
  boolean: "true or false",
  array: "list",
};

function Words({ words }: { readonly words: readonly unknown[] }) {
  return (
    <>
      {words.map((word, i) => (
        <>
          {i > 0 && " · "}
          <code>{String(word)}</code>
        </>
      ))}
    </>
  );
}

/** The bounds of a value. */
export function Limits({ schema }: { readonly schema: Schema }) {
  const between = (
    low: number | undefined,
    high: number | undefined,
    unit: string,
  ) => {
    if (high === undefined) return low ? [`at least ${low}${unit}`] : [];
    // A bound that only says how numbers are stored is noise.
    if (high >= Number.MAX_SAFE_INTEGER) return [];
    return low === undefined
      ? [`up to ${high.toLocaleString("en")}${unit}`]
      : [`${low} to ${high.toLocaleString("en")}${unit}`];
  };
  const limits = [
    ...between(schema.minLength, schema.maxLength, " characters"),
    ...between(schema.minItems, schema.maxItems, " items"),
    ...between(undefined, schema.maxProperties, " members"),
    ...between(schema.minimum, schema.maximum, ""),
    ...schema.default === undefined
      ? []
      : [`${JSON.stringify(schema.default)} where absent`],
  ];
  return limits.length > 0
    ? <span class="limits">{limits.join(", ")}</span>
    : null;
}
