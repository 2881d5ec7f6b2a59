import { Webhook, WebhookVerificationError } from "standardwebhooks";

/** What a webhook of Balance says. `type` tells what `data` holds. */
export interface Message<Data = Readonly<Record<string, unknown>>> {
  /** The same at each attempt: keep those that you have seen. */
  readonly id: string;
  readonly type: string;
  readonly timestamp: string;
  readonly data: Data;
}

/** The request is not from who has the secret, is too old, or no message at all. Answer 401 and read nothing of it. */
export class BalanceUntrusted extends Error {
  override readonly name = "BalanceUntrusted";
}

/** Headers as `fetch` has them, or as Node's `http` has them. */
export type SentHeaders =
  | Headers
  | Readonly<Record<string, string | readonly string[] | undefined>>;

/** A webhook as it was sent, and with what. */
export interface SentWebhook {
  /**
   * The endpoint's, `whsec_…`; several while one takes another's place. A text that is none throws at once, whatever was
   * sent: no message can mend it.
   */
  readonly secret: string | readonly string[];
  readonly headers: SentHeaders;
  /** As it came, unparsed. */
  readonly body: string;
}

/**
 * Verifies a webhook as Standard Webhooks has it, over the very text of the body, no more than five minutes old. Throws
 * BalanceUntrusted.
 */
export function verifyWebhook<Data = Readonly<Record<string, unknown>>>(
  sent: SentWebhook,
): Message<Data> {
  const { id, content } = verified(sent);
  if (!isMessage(content)) throw new BalanceUntrusted("It holds no message");
  return { id, ...content } as Message<Data>;
}

/** The same for a feed of the event log in CloudEvents, whose body is a batch of them. */
export function verifyCloudEvents<Event = Readonly<Record<string, unknown>>>(
  sent: SentWebhook,
): { readonly id: string; readonly events: readonly Event[] } {
  const { id, content } = verified(sent);
  if (!Array.isArray(content)) {
    throw new BalanceUntrusted("It holds no batch of CloudEvents");
  }
  return { id, events: content };
}

function verified(
  { secret, headers, body }: SentWebhook,
): { readonly id: string; readonly content: unknown } {
  const sent = headersOf(headers);
  const secrets = [secret].flat();
  let why = new BalanceUntrusted("No secret to verify with was given");
  for (const one of secrets) {
    const webhook = new Webhook(one);
    try {
      return { id: sent["webhook-id"]!, content: webhook.verify(body, sent) };
    } catch (error) {
      const isUntrusted = error instanceof WebhookVerificationError ||
        error instanceof SyntaxError;
      if (!isUntrusted) throw error;
      why = new BalanceUntrusted(error.message, { cause: error });
    }
  }
  throw why;
}

function isMessage(content: unknown): content is Omit<Message, "id"> {
  return typeof content === "object" && content !== null &&
    "type" in content && typeof content.type === "string" && "data" in content;
}

function headersOf(headers: SentHeaders): Record<string, string> {
  const entries = headers instanceof Headers
    ? [...headers]
    : Object.entries(headers);
  return Object.fromEntries(
    entries.map(([name, value]) => [
      name.toLowerCase(),
      Array.isArray(value) ? value.join(",") : String(value ?? ""),
    ]),
  );
}
