import type { z } from "@hono/zod-openapi";
import type { Deps } from "../../ports/deps.ts";
import type { Failure } from "../../src/kernel/failure.ts";
import type { Id } from "../../src/kernel/ids.ts";
import type { Json } from "../../src/kernel/json.ts";
import type { Result } from "../../src/kernel/result.ts";
import type { Action } from "../../src/tenancy/access.ts";
import type { Scope } from "../../src/tenancy/scope.ts";
import type { HeldOpen } from "./held_open.ts";
import type { BodyForm } from "./read_body.ts";
import type { Told } from "./route.ts";
import type { Upload } from "./upload.ts";

/** What a handler gets: all of it read and checked. */
export interface Asked<P extends string, Query, Body> {
  /** In a POST with an idempotency key its `uow` answers once, and runs one unit. */
  readonly deps: Deps;
  /** For what only looks, before that unit. */
  readonly unkeyed: Deps;
  readonly scope: Scope;
  readonly id: Id<P>;
  readonly query: Query;
  readonly body: Body;
  /** The body before it was read by the schema. */
  readonly sent: Json;
  /** Of an operation that takes a file: its bytes. */
  readonly upload: Upload | null;
  /** Who asks and may still do so, asked once more after a body took its time. */
  scopeNow(): Promise<Result<Scope, Failure>>;
  /** The version in `If-Match`; null where none was named. */
  readonly seenVersion: number | null;
  /** The body was sent as YAML. */
  readonly isYaml: boolean;
  readonly prefersAsync: boolean;
  /** Where browsers reach this service. */
  readonly origin: string;
  /** Of an operation that can last. */
  readonly lasting: Lasting;
  /** Of an operation that is repeated elsewhere: the key that was given. */
  readonly idempotencyKey: string | null;
}

/** What an operation that can last needs to know of its request. */
export interface Lasting {
  readonly held: HeldOpen;
  /** Nobody reads the body of an answer to HEAD. */
  readonly isHead: boolean;
  /** Which of these media types the caller likes best (`Accept`); the first, where it does not say. */
  preferred<T extends string>(types: readonly [T, ...T[]]): T;
  /** `Last-Event-ID`; null where there is none. */
  readonly lastEventId: string | null;
  /** The caller went away. */
  readonly gone: AbortSignal;
}

/** What a handler answers; `version` becomes the ETag. */
export interface Answer<Body> {
  readonly body: Told<Body> | null;
  /** The body in a form of its own, which is sent instead. */
  readonly written?: {
    readonly contentType: string;
    readonly content: string | ReadableStream<Uint8Array<ArrayBuffer>>;
  };
  readonly version?: number;
  /** What was to be made was there already: 200 instead. */
  readonly wasThere?: boolean;
  readonly headers?: Readonly<Record<string, string>>;
}

/** One operation of the API: what it takes, what it answers, and what it needs to be allowed. */
export interface Operation<
  P extends string,
  Q extends z.ZodObject,
  B extends z.ZodType,
  A extends z.ZodType,
> {
  readonly method: "get" | "post" | "patch" | "put" | "delete";
  /** Below `/api/v1`; a path's only parameter is `{id}`. */
  readonly path: `/${string}`;
  readonly tag: string;
  readonly summary: string;
  readonly description?: string;
  /** The action of `src/tenancy/access.ts` that the caller needs. */
  readonly action: Action;
  /** The kind of id in the path, and the failure when it is not there. */
  readonly id?: { readonly prefix: P; missing(id: string): Failure };
  readonly query?: Q;
  readonly body?: BodyForm & { readonly schema: B; readonly example: Json };
  /** It takes a file as its body, of these types as the document tells, and reads it while it arrives. */
  readonly upload?: {
    readonly contentTypes: readonly string[];
    readonly bytesMax: number;
  };
  readonly answer: {
    readonly status: 200 | 201 | 202 | 204;
    readonly description: string;
    readonly schema?: A;
    readonly example?: Json;
    /** What 200 instead of 201 says: it was there already. */
    readonly wasThere?: string;
    /** It may be YAML. */
    readonly yaml?: true;
    /** It is a file, of one of these types. */
    readonly files?: readonly string[];
    /** It is lines of JSON, each as the schema says. */
    readonly ndjson?: true;
    /** Other forms that it has where the caller prefers them, by media type. */
    readonly forms?: Readonly<Record<string, z.ZodType>>;
  };
  /** A version that the caller saw may be named. */
  readonly ifMatch?: true;
  /** What it does is done by a provider, which answers a repeat with the first answer: nothing is kept of it here. */
  readonly repeats?: "at_provider";
  /** `Prefer: respond-async` is heard. */
  readonly async?: true;
  /** It can last, and go on from `Last-Event-ID`. */
  readonly lasts?: true;
  /** The answer carries an ETag. */
  readonly etag?: true;
  /** It reads or works much: few of a tenant at once. */
  readonly expensive?: true;
  /** The failures of its use case, for the document. */
  readonly refusals?: readonly Failure[];
  handle(
    asked: Asked<P, z.output<Q>, z.output<B>>,
  ): Promise<Result<Answer<z.input<A>>, Failure>>;
}
