import type { Mail, Mailer } from "../../ports/mailer.ts";
import { fail, ok } from "../../src/kernel/result.ts";
import { mailFailures } from "../../src/notifications/mail_failures.ts";
import { isOneAddress } from "../../src/notifications/one_address.ts";

/** Keeps what was sent, for tests. */
export function memoryMailer(): Mailer & { readonly sent: readonly Mail[] } {
  const sent: Mail[] = [];
  return {
    sent,
    send: (mail) =>
      Promise.try(() => {
        if (!isOneAddress(mail.to)) return fail(mailFailures.refused());
        sent.push(mail);
        return ok({ code: 250 });
      }),
  };
}
