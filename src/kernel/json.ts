/** Any JSON value. */
export type Json =
  | null
  | boolean
  | number
  | string
  | readonly Json[]
  | { readonly [key: string]: Json };

/** A JSON object. */
export type JsonObject = { readonly [key: string]: Json };

/** JSON text with sorted keys and no white space: equal values give equal text. */
export function canonicalJson(value: Json): string {
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  const object = value as JsonObject;
  let members = "";
  for (const key of Object.keys(object).sort()) {
    members += `,${JSON.stringify(key)}:${canonicalJson(object[key]!)}`;
  }
  return `{${members.slice(1)}}`;
}
