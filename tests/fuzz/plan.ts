import type { SeededRandom } from "../../src/main/demo/seeded_random.ts";
import type { FuzzRequest } from "./fuzz_request.ts";
import type { Components, Json, JsonSchema } from "./json_schema.ts";
import type { KnownIds } from "./known_ids.ts";
import { brokenBody, twisted } from "./twists.ts";
import { valueOf } from "./value_of.ts";

interface Parameter {
  readonly name: string;
  readonly in: "path" | "query" | "header";
  readonly required?: boolean;
  readonly schema: JsonSchema;
}

interface Operation {
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: {
    readonly content: Readonly<Record<string, { readonly schema: JsonSchema }>>;
  };
}

/** As much of an OpenAPI document as requests are made from. */
export interface ApiDocument {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Components };
}

/** Who may send: a name, and the key; null for nobody. */
export interface Caller {
  readonly name: string;
  readonly key: string | null;
}

export interface PlanOptions {
  readonly document: ApiDocument;
  readonly random: SeededRandom;
  readonly callers: readonly Caller[];
  /** Ids of the tenant whose keys these are. */
  readonly own: KnownIds;
  /** Ids of the other tenant. */
  readonly foreign: KnownIds;
  /** Operations that would end the run, by `method path`. */
  readonly spared: ReadonlySet<string>;
}

const ODD_HEADERS: readonly (readonly [string, string])[] = [
  ["If-Match", '"1"'],
  ["If-Match", "*"],
  ["If-Match", '"99999999999999999999"'],
  ["If-Match", "W/x"],
  ["Idempotency-Key", "fuzz"],
  ["Idempotency-Key", "x".repeat(201)],
  ["Idempotency-Key", " "],
  ["Prefer", "respond-async"],
  ["Content-Type", "text/plain"],
  ["Content-Type", "application/yaml"],
  ["Content-Type", "application/json; charset=utf-16"],
  ["Content-Encoding", "gzip"],
  ["Accept", "text/html"],
  ["X-Request-Id", "'\"<script>"],
  ["traceparent", `00-${"0".repeat(32)}-${"0".repeat(16)}-00`],
  ["X-Forwarded-For", "127.0.0.1"],
  ["Origin", "https://evil.example"],
  ["Cookie", "balance_session=x; __Host-balance_session=y"],
];

/** Makes request after request from the document: most nearly good, since a wrong one is refused before it gets far. */
export function requestsFrom(
  { document, random, callers, own, foreign, spared }: PlanOptions,
): (index: number) => FuzzRequest {
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      name: `${method} ${path}`,
      path,
      method: method.toUpperCase(),
      operation,
    }))
  ).filter(({ name }) => !spared.has(name));

  /** Most often an own id, so that requests get somewhere; else a foreign or a made-up one. */
  function id(prefix: string): string {
    const known = random.chance(0.8) ? own : foreign;
    return known.pick(prefix, random) ??
      `${prefix}_01kx2m6v9dfk3tqz8w5y7r4b1c`;
  }
  const making = { random, components: document.components.schemas, id };

  return (index) => {
    const { name, path, method, operation } = random.pick(operations);
    const caller = random.pick(callers);
    const twists: string[] = [];
    const parameters = operation.parameters ?? [];
    const value = (schema: JsonSchema): Json => {
      const good = valueOf(schema, making);
      if (!random.chance(0.08)) return good;
      const bad = twisted(good, random);
      twists.push(bad.twist);
      return bad.value;
    };
    let target = path;
    const query = new URLSearchParams();
    const headers: [string, string][] = [];
    for (const parameter of parameters) {
      if (parameter.in === "path") {
        target = target.replace(
          `{${parameter.name}}`,
          encodeURIComponent(text(value(parameter.schema)).toWellFormed()),
        );
      } else if (parameter.required || random.chance(0.3)) {
        const given = value(parameter.schema);
        if (parameter.in === "query") {
          // Whoever asks to be kept waiting is, which is no hang.
          const isWait = parameter.name === "wait" && Number(given) > 1;
          for (const one of isWait ? ["1"] : [given].flat()) {
            query.append(parameter.name, text(one as Json));
          }
        } else if (random.chance(0.3)) {
          headers.push([parameter.name, visible(text(given))]);
        }
      }
    }
    if (random.chance(0.03)) {
      query.append(random.pick(["x", "limit", "cursor"]), "%00");
    }
    if (random.chance(0.03)) {
      twists.push("another path");
      target = random.pick([
        `${target}/`,
        `${target}/%2e%2e`,
        target.toUpperCase(),
        `${target}%00`,
        `/api/v1/../v1${target}`,
      ]);
    }
    const content = operation.requestBody?.content["application/json"];
    let body: Uint8Array<ArrayBuffer> | null = null;
    if (content) {
      let sent = valueOf(content.schema, making);
      if (random.chance(0.35)) {
        const bad = twisted(sent, random);
        twists.push(bad.twist);
        sent = bad.value;
      }
      const json = JSON.stringify(sent);
      body = new TextEncoder().encode(json);
      if (random.chance(0.05)) {
        twists.push("a broken body");
        body = brokenBody(json, random);
      }
    }
    if (body) headers.push(["Content-Type", "application/json"]);
    if (caller.key !== null) {
      headers.push(["Authorization", `Bearer ${caller.key}`]);
    }
    if (random.chance(0.12)) {
      const odd = random.pick(ODD_HEADERS);
      twists.push(`${odd[0]}: ${odd[1].slice(0, 30)}`);
      const there = headers.findIndex(([name]) =>
        name.toLowerCase() === odd[0].toLowerCase()
      );
      // Two of a name would be sent as one.
      if (there >= 0) headers.splice(there, 1);
      headers.push([...odd]);
    }
    const sentMethod = random.chance(0.03)
      ? random.pick([
        "GET",
        "HEAD",
        "OPTIONS",
        "PUT",
        "PATCH",
        "DELETE",
        "POST",
      ])
      : method;
    if (sentMethod !== method) twists.push(`sent as ${sentMethod}`);
    const bodyless = sentMethod === "GET" || sentMethod === "HEAD";
    return {
      index,
      operation: name,
      caller: caller.name,
      twists,
      method: sentMethod,
      target: query.size > 0 ? `${target}?${query}` : target,
      headers,
      body: bodyless ? null : body,
    };
  };
}

function text(value: Json): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** What `fetch` takes as a header's value. */
function visible(value: string): string {
  return value.replace(/[^\x20-\x7e]/g, "?").slice(0, 500);
}
