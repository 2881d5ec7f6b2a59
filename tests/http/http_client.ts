import type { honoApi } from "../../adapters/hono/hono_api.ts";

/** An answer, its body read. */
export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  // A test reads what it expects; a wrong shape fails its assertion.
  readonly body: Body;
  readonly text: string;
}

/** JSON of any shape, for reading in tests. */
export type Body = { readonly [name: string]: Body } & readonly Body[] & string;

/** The id that every request of a test carries, so that whole problem documents can be compared. */
export const REQUEST_ID = "test-request";

/** Calls the API in process. A body that is text goes as it is, anything else as JSON. */
export type Call = (
  method: string,
  path: string,
  body?: unknown,
  headers?: Readonly<Record<string, string>>,
) => Promise<Answered>;

export function httpClient(
  app: Pick<ReturnType<typeof honoApi>, "fetch">,
  key: string | null,
): Call {
  return async (method, path, body, headers = {}) => {
    const response = await app.fetch(
      new Request(`http://balance.test${path}`, {
        method,
        headers: {
          "X-Request-Id": REQUEST_ID,
          ...key !== null && { Authorization: `Bearer ${key}` },
          ...body !== undefined && { "Content-Type": "application/json" },
          ...headers,
        },
        ...body !== undefined && { body: bytesOf(body) },
      }),
    );
    const text = await response.text();
    const isJson = /[/+]json/.test(response.headers.get("content-type") ?? "");
    return {
      status: response.status,
      headers: response.headers,
      body: isJson ? JSON.parse(text) : null as unknown as Body,
      text,
    };
  };
}

function bytesOf(body: unknown): BodyInit {
  return typeof body === "string" || body instanceof Uint8Array ||
      body instanceof ReadableStream
    ? body as BodyInit
    : JSON.stringify(body);
}

/** The whole problem document of a failure. */
export function problem(
  kind: string,
  status: number,
  title: string,
  members: Readonly<Record<string, unknown>> = {},
): unknown {
  return {
    type: `https://balance.invalid/problems#${kind}`,
    title,
    status,
    instance: `urn:request:${REQUEST_ID}`,
    request_id: REQUEST_ID,
    ...members,
  };
}

/** The document that names wrong places of a request. */
export function invalid(
  ...errors: Readonly<Record<string, string>>[]
): unknown {
  return problem(
    "request.invalid",
    422,
    "The request has parts that are wrong or missing",
    { errors },
  );
}
