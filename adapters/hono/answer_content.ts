import type { Route } from "./route.ts";

/** What an answer may hold, by media type, as the document says it; nothing where it has no body. */
export function contentOf(answer: Route["answer"]) {
  return {
    ...answer.files && { content: filesOf(answer.files) },
    ...answer.schema && {
      content: {
        [answer.ndjson ? "application/x-ndjson" : "application/json"]: {
          schema: answer.schema,
          ...answer.example !== undefined && { example: answer.example },
        },
        ...answer.yaml && { "application/yaml": { schema: answer.schema } },
        ...formsOf(answer.forms),
      },
    },
  };
}

function formsOf(forms: Route["answer"]["forms"] = {}) {
  return Object.fromEntries(
    Object.entries(forms).map(([type, schema]) => [type, { schema }]),
  );
}

/** A file: the reference says of it what it is, and programs take it as bytes. */
function filesOf(types: readonly string[]) {
  const schema = { type: "string", format: "binary" } as const;
  return Object.fromEntries(
    types.map((type) => [type.split(";")[0]!, { schema }]),
  );
}
