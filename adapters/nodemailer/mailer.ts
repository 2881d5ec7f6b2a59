import nodemailer from "nodemailer";
import type { Mailer } from "../../ports/mailer.ts";
import { fail, ok } from "../../src/kernel/result.ts";
import { isOneAddress } from "../../src/notifications/one_address.ts";
import { mailFailures } from "../../src/notifications/mail_failures.ts";

/** No step of talking to a mail server takes longer: a hanging one would hold a job up. */
const TIMEOUT_MS = 15_000;

/** A mail server, and in whose name it sends. */
export interface NodemailerOptions {
  readonly host: string;
  readonly port: number;
  /** `implicit`: from the first byte; `required`: by STARTTLS, and not without; `off`: none. */
  readonly tls: "implicit" | "required" | "off";
  readonly auth: { readonly user: string; readonly pass: string } | null;
  /** An address, with a name if need be. */
  readonly from: string;
  /** Certificates to trust instead of the usual ones. */
  readonly ca?: string;
  /** Whose certificate it must be, where that is not `host`. */
  readonly serverName?: string;
  readonly timeoutMs?: number;
}

/** Sends e-mails by SMTP. */
export function nodemailerMailer(
  { host, port, tls, auth, from, ca, serverName, timeoutMs = TIMEOUT_MS }:
    NodemailerOptions,
): Mailer {
  const transport = nodemailer.createTransport({
    host,
    port,
    secure: tls === "implicit",
    requireTLS: tls === "required",
    ignoreTLS: tls === "off",
    ...auth && { auth },
    tls: {
      ...ca !== undefined && { ca },
      ...serverName !== undefined && { servername: serverName },
    },
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    dnsTimeout: timeoutMs,
    // Nothing that a text names is read from the disk or fetched.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const domain = from.replace(/^.*@/s, "").replace(/>\s*$/, "");
  return {
    async send({ id, to, subject, text, html, unsubscribeUrl }) {
      // Addresses are not read as lists, or one field could name several people.
      if (!isOneAddress(to)) return fail(mailFailures.refused());
      try {
        const sent = await transport.sendMail({
          from,
          to: { name: "", address: to },
          envelope: { from: addressOf(from), to: [to] },
          messageId: `<${id}@${domain}>`,
          subject,
          text,
          html,
          headers: {
            "Auto-Submitted": "auto-generated",
            ...unsubscribeUrl !== null && {
              "List-Unsubscribe": `<${unsubscribeUrl}>`,
              "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
            },
          },
        });
        return ok({ code: Number(/^\d{3}/.exec(sent.response)?.[0]) || null });
      } catch (error) {
        return fail(failureOf(error));
      }
    },
  };
}

function addressOf(from: string): string {
  return /<([^>]+)>\s*$/.exec(from)?.[1] ?? from;
}

/** 5xx (RFC 5321, 4.2.1) is for good where it is about this message, and not about who we are or how we came. */
function failureOf(error: unknown) {
  const { responseCode, code } = (error ?? {}) as {
    readonly responseCode?: unknown;
    readonly code?: unknown;
  };
  const status = typeof responseCode === "number" ? responseCode : null;
  const facts = { code: status };
  const isOfMessage = code === "EENVELOPE" || code === "EMESSAGE";
  return status !== null && status >= 500 && isOfMessage
    ? mailFailures.refused(facts)
    : mailFailures.unavailable(facts);
}
