import assert from "node:assert/strict";
import type { Call } from "./http_client.ts";
import type { Sample } from "./requests.ts";

/** An operation as the API's own document names it. */
export interface DocumentedOperation {
  /** `method path`. */
  readonly name: string;
  readonly method: string;
  readonly path: string;
  /** What the caller must be allowed; null where nobody needs to be signed in. */
  readonly action: string | null;
}

/** Every operation of the OpenAPI document. */
export async function operationsOf(
  call: Call,
): Promise<readonly DocumentedOperation[]> {
  const { body } = await call("GET", "/api/openapi.json");
  return Object.entries(body["paths"]!).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      name: `${method} ${path}`,
      method: method.toUpperCase(),
      path,
      action: operation["x-action"] ?? null,
    }))
  );
}

/** Those that only who is signed in may call. */
export async function closedOperationsOf(
  call: Call,
): Promise<
  readonly (DocumentedOperation & { readonly action: string })[]
> {
  return (await operationsOf(call)).flatMap((one) =>
    one.action === null ? [] : [{ ...one, action: one.action }]
  );
}

/** Sends the sample of an operation; an operation without a sample fails the test. */
export function sendSample(
  call: Call,
  { name, method, path }: DocumentedOperation,
  samples: Readonly<Record<string, Sample>>,
  headers: Readonly<Record<string, string>> = {},
) {
  const sample = samples[name];
  assert(sample, `${name} has no sample in tests/http/requests.ts`);
  assert.equal(sample.id !== undefined, path.includes("{id}"), name);
  const address = path.replace("{id}", sample.id ?? "") + (sample.query ?? "");
  return call(method, address, sample.body, {
    ...sample.contentType !== undefined && {
      "Content-Type": sample.contentType,
    },
    ...headers,
  });
}
