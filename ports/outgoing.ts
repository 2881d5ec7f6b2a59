import type { Failure } from "../src/kernel/failure.ts";
import type { Result } from "../src/kernel/result.ts";

/** A request to an address that a user gave. */
export interface OutgoingRequest {
  readonly url: string;
  readonly method?: "GET" | "HEAD" | "POST" | "PUT" | "PATCH" | "DELETE";
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  /** Most bytes of the answer's body, decompressed. */
  readonly bytesMax?: number;
  /** How long it may take in all, redirects and body included. */
  readonly timeoutMs?: number;
}

/** An answer, whatever its status. */
export interface OutgoingAnswer {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array<ArrayBuffer>;
  /** Where it came from, after redirects. */
  readonly url: string;
}

/** Requests to addresses that users give: webhooks, pulls, receipts by URL. It reaches public addresses alone. */
export interface Outgoing {
  /** Refuses an address that nothing is ever sent to, by how it is written alone: what its name means is looked up when something is sent. */
  check(url: string): Result<null, Failure<"outgoing.refused">>;
  send(
    request: OutgoingRequest,
  ): Promise<
    Result<
      OutgoingAnswer,
      Failure<
        | "outgoing.refused"
        | "outgoing.unreachable"
        | "outgoing.timed_out"
        | "outgoing.too_large"
        | "outgoing.too_many_redirects"
      >
    >
  >;
}
