import { nodemailerMailer } from "../../adapters/nodemailer/mailer.ts";
import type { Mailer } from "../../ports/mailer.ts";
import type { Config } from "./config.ts";

/** What sends e-mails; null where no mail server is configured. */
export function openMailer({ mail }: Pick<Config, "mail">): Mailer | null {
  if (!mail) return null;
  const { user, password, ...server } = mail;
  return nodemailerMailer({
    ...server,
    auth: user === null ? null : { user, pass: password?.reveal() ?? "" },
  });
}
