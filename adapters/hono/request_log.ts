/** What one request came to, without its content. */
export interface RequestLine {
  readonly request_id: string;
  /** A method of HTTP, or `_OTHER`. */
  readonly method: string;
  /** The route's pattern; null where none fits. */
  readonly route: string | null;
  readonly status: number;
  readonly ms: number;
  readonly tenant_id: string | null;
  readonly actor_id: string | null;
  /** W3C trace context of the request; null where there is none. */
  readonly traceparent: string | null;
  /** The kind of the failure that was told; absent where the request went well. */
  readonly problem?: string;
  /** What was thrown, of a request that ended in a 500; absent otherwise. */
  readonly error?: unknown;
}

/** Writes one line per request. */
export type RequestLog = (line: RequestLine) => void;
