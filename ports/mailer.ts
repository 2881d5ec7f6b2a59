import type { Failure } from "../src/kernel/failure.ts";
import type { Result } from "../src/kernel/result.ts";

/** An e-mail to one address. */
export interface Mail {
  /** The same at each attempt; it becomes the Message-ID. */
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Where one POST ends such e-mails (RFC 8058); null where there is none. */
  readonly unsubscribeUrl: string | null;
}

/** Sends e-mails. */
export interface Mailer {
  /** Hands it to the mail server. `refused`: this one will never go; `unavailable`: later it may. */
  send(
    mail: Mail,
  ): Promise<
    Result<
      { readonly code: number | null },
      Failure<"mail.refused" | "mail.unavailable">
    >
  >;
}
