import OpenAI from "openai";

const BASE_URL = "https://api.openai.com/v1";

/** OpenAI's SDK without what it does by itself: no retries, no log lines, nothing from the environment. */
export function openaiClient({ apiKey, baseUrl, timeoutMs }: {
  readonly apiKey: string;
  /** Null: OpenAI's own. */
  readonly baseUrl: string | null;
  readonly timeoutMs: number;
}): OpenAI {
  return new OpenAI({
    apiKey,
    baseURL: baseUrl ?? BASE_URL,
    adminAPIKey: null,
    organization: null,
    project: null,
    webhookSecret: null,
    maxRetries: 0,
    logLevel: "off",
    // Later than the call's own end, which covers the body of the answer too.
    timeout: 2 * timeoutMs,
  });
}
