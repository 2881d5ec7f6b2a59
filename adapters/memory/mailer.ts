import type { Mail, Mailer } from "../../ports/mailer.ts";
import { ok } from "../../src/kernel/result.ts";

/** Keeps what was sent, for tests. */
export function memoryMailer(): Mailer & { readonly sent: readonly Mail[] } {
  const sent: Mail[] = [];
  return {
    sent,
    send: (mail) =>
      Promise.try(() => {
        sent.push(mail);
        return ok({ code: 250 });
      }),
  };
}
