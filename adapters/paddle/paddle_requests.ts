import type { CustomersResource } from "@paddle/paddle-node-sdk";
import { paymentFailures } from "../../src/billing/payment_failures.ts";
import { paddleAnswer } from "./paddle_answer.ts";
import { PaddleFailed } from "./paddle_failed.ts";
import { requestBody } from "./request_body.ts";

/** How Paddle is reached. */
export interface PaddleSettings {
  readonly apiKey: string;
  /** An origin; null: Paddle's own. */
  readonly baseUrl: string | null;
  /** How long a request may take, until its answer is read. */
  readonly timeoutMs: number;
}

/** What sends the requests of the SDK, which names its type nowhere else. */
export type SdkClient = ConstructorParameters<typeof CustomersResource>[0];

const BASE_URL = "https://api.paddle.com";
/** The version of the API whose answers are read here, whatever the account has for its own. */
const API_VERSION = "1";

/**
 * Sends requests in place of the SDK's own client, which waits for ever, follows redirects with all that is asked, takes
 * any JSON for an answer, and fails with another error for a page that is none.
 */
export function paddleRequests(
  { apiKey, baseUrl, timeoutMs }: PaddleSettings,
): Pick<SdkClient, "get" | "post" | "patch"> {
  const origin = baseUrl ?? BASE_URL;
  const ask = async <R>(method: string, to: string, sent?: unknown) => {
    const hasBody = sent !== undefined;
    // Paddle gives the next page's address in full: the key goes to the configured origin only.
    const { pathname, search } = new URL(to, origin);
    const { response, text } = await exchanged(origin + pathname + search, {
      method,
      headers: {
        "Authorization": `Bearer ${apiKey}`,
        "Paddle-Version": API_VERSION,
        ...hasBody && { "Content-Type": "application/json" },
      },
      ...hasBody && { body: requestBody(sent) },
      redirect: "error",
      signal: AbortSignal.timeout(timeoutMs),
    });
    return paddleAnswer(response, text) as R;
  };
  return {
    get: (to, query) => ask("GET", `${to}${query?.toQueryString() ?? ""}`),
    post: (to, body) => ask("POST", to, body),
    patch: (to, body) => ask("PATCH", to, body),
  };
}

async function exchanged(
  url: string,
  request: RequestInit,
): Promise<{ readonly response: Response; readonly text: string }> {
  try {
    const response = await fetch(url, request);
    return { response, text: await response.text() };
  } catch (error) {
    // No connection, half an answer, or none in time. It names the address, and that may name a person.
    const isOfTheNetwork = error instanceof TypeError ||
      error instanceof DOMException;
    throw isOfTheNetwork
      ? new PaddleFailed(paymentFailures.unavailable())
      : error;
  }
}
