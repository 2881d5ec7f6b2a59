import type { components, paths } from "./schema.d.ts";

/** What the API's document names: `Schemas["Record"]`. */
export type Schemas = components["schemas"];

export type Method = "get" | "post" | "put" | "patch" | "delete";

/** The operations by their path below `/api/v1`. */
export type V1 = {
  readonly [
    P in keyof paths as P extends `/api/v1${infer Rest}` ? Rest : never
  ]: paths[P];
};

/** The paths that know a method. */
export type PathOf<M extends Method> = {
  [P in keyof V1]: V1[P] extends { readonly [K in M]: { responses: unknown } }
    ? P
    : never;
}[keyof V1];

type Operation<M extends Method, P extends PathOf<M>> = V1[P][M];

type Responses<O> = O extends { responses: infer R } ? R : never;

/** The body of each success, in JSON where it has several forms; `undefined` where there is none. */
type Content<R> = R extends { content: infer C }
  ? C extends { "application/json": infer T } ? T : C[keyof C]
  : undefined;

/** What an operation answers when all went well. */
export type AnswerOf<M extends Method, P extends PathOf<M>> = Content<
  Responses<Operation<M, P>>[
    & keyof Responses<Operation<M, P>>
    & (200 | 201 | 202 | 204)
  ]
>;

/** What a file's bytes come from. A stream is sent once; a function that opens one is asked again at each attempt. */
export type FileContent =
  | Blob
  | Uint8Array<ArrayBuffer>
  | string
  | ReadableStream<Uint8Array<ArrayBuffer>>
  | (() =>
    | ReadableStream<Uint8Array<ArrayBuffer>>
    | Promise<ReadableStream<Uint8Array<ArrayBuffer>>>);

/** What every call may be told. */
export interface CallOptions {
  /** Ends the call, its retries included, with the signal's reason. */
  readonly signal?: AbortSignal;
  /** How long the call may take with its retries; the client's own where absent. */
  readonly deadlineMs?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

type Parameters<O> = O extends { parameters: infer P } ? P : never;

type Path<O> = Parameters<O> extends { path: infer T } ? { readonly path: T }
  : { readonly path?: never };

type Query<O> = Parameters<O> extends { query: infer T } ? { readonly query: T }
  : Parameters<O> extends { query?: infer T }
    ? [NonNullable<T>] extends [never] ? { readonly query?: never }
    : { readonly query?: NonNullable<T> }
  : { readonly query?: never };

type Body<O> = O extends { requestBody: { content: infer C } }
  ? C extends { "application/json": infer T } ? { readonly body: T }
  : {
    /** The file, sent as it is. */
    readonly file: FileContent;
    /** What it says it is: `application/octet-stream` where absent. */
    readonly fileType?: string;
  }
  : { readonly body?: never };

type HeadersOf<O> = Parameters<O> extends { header?: infer T }
  ? [NonNullable<T>] extends [never] ? never : keyof NonNullable<T>
  : never;

type IfMatch<O> = "If-Match" extends HeadersOf<O>
  /** The `etag` of the version that was seen: a changed one is a problem of status 412. */
  ? { readonly ifMatch?: string }
  : { readonly ifMatch?: never };

type Key<O> = "Idempotency-Key" extends HeadersOf<O>
  /** One of your own, kept over your own restarts; a new one for each call where absent. */
  ? { readonly idempotencyKey?: string }
  : { readonly idempotencyKey?: never };

/** What an operation takes: `path` for its `{id}`, `query`, `body` or `file`. */
export type Asked<M extends Method, P extends PathOf<M>> =
  & Path<Operation<M, P>>
  & Query<Operation<M, P>>
  & Body<Operation<M, P>>
  & IfMatch<Operation<M, P>>
  & Key<Operation<M, P>>
  & CallOptions;

/** It may be left out where nothing in it is needed. */
export type Arguments<M extends Method, P extends PathOf<M>> =
  Record<never, never> extends Asked<M, P> ? [asked?: Asked<M, P>]
    : [asked: Asked<M, P>];

/** A POST. Of those that answer in one of two forms, what was sent says in which. */
export interface Post {
  (
    path: "/records",
    asked: Asked<"post", "/records"> & {
      readonly headers: { readonly Prefer: "respond-async" };
    },
  ): Promise<Schemas["KeptDelivery"]>;
  (
    path: "/records",
    asked: Asked<"post", "/records">,
  ): Promise<Schemas["Intake"]>;
  (
    path: "/categories",
    asked: Asked<"post", "/categories"> & {
      readonly body: Schemas["NewCategory"];
    },
  ): Promise<Schemas["Category"]>;
  (
    path: "/categories",
    asked: Asked<"post", "/categories"> & {
      readonly body: { readonly categories: readonly Schemas["NewCategory"][] };
    },
  ): Promise<{ readonly data: readonly Schemas["Category"][] }>;
  <P extends PathOf<"post">>(
    path: P,
    ...asked: Arguments<"post", P>
  ): Promise<AnswerOf<"post", P>>;
}

interface PageOf<T> {
  readonly data: readonly T[];
  readonly next_cursor: string | null;
}

/** The paths that answer in pages. */
export type ListPath = {
  [P in PathOf<"get">]: AnswerOf<"get", P> extends PageOf<unknown> ? P : never;
}[PathOf<"get">];

/** One item of such a list. */
export type ItemOf<P extends ListPath> = AnswerOf<"get", P> extends
  PageOf<infer T> ? T : never;

/** The paths that answer lines of JSON, and what a line holds. */
export type LinesPath = {
  [P in PathOf<"get">]: V1[P]["get"] extends {
    responses: { 200: { content: { "application/x-ndjson": unknown } } };
  } ? P
    : never;
}[PathOf<"get">];
