import type { ModelPrice } from "../../ports/language_model.ts";
import {
  CallRejected,
  failed,
  type FailedReply,
  failedReply,
  isRejected,
} from "./failed_reply.ts";

/** How a provider is reached and used. */
export interface ProviderSettings {
  readonly apiKey: string;
  /** Null: the provider's own. */
  readonly baseUrl: string | null;
  /** The model that is used where the tenant names none. */
  readonly model: string;
  readonly price: ModelPrice;
  readonly attemptsMax: number;
  /** A call is given up after this. */
  readonly timeoutMs: number;
  /** Told of calls that were rejected for what is configured; holds nothing of prompts or keys. */
  readonly onRejected: (error: Error) => void;
}

/** What came back from a provider. */
export type Sent<Response> =
  | { readonly kind: "received"; readonly response: Response }
  | FailedReply;

/** Makes one request, its body included, within the time that a call may take. Whatever the SDK throws is a failed reply. */
export async function send<Response>(
  provider: string,
  { timeoutMs, onRejected }: Pick<ProviderSettings, "timeoutMs" | "onRejected">,
  request: (signal: AbortSignal) => PromiseLike<Response>,
): Promise<Sent<Response>> {
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), timeoutMs);
  try {
    return { kind: "received", response: await request(late.signal) };
  } catch (error) {
    // It may have been answered, and is paid then.
    if (late.signal.aborted) return failed("timed_out", null);
    if (isRejected(error)) onRejected(new CallRejected(provider, error));
    return failedReply(error, Date.now());
  } finally {
    clearTimeout(timer);
  }
}
