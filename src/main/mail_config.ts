import { z } from "zod";
import { type Secret, secret } from "./secret.ts";

/** A mail server as its address says it. */
export interface MailServer {
  readonly host: string;
  readonly port: number;
  readonly tls: "implicit" | "required" | "off";
  readonly user: string | null;
  readonly password: Secret | null;
}

/** Who sends e-mails, and by which server. */
export interface MailConfig extends MailServer {
  readonly from: string;
}

export const MAIL_VARIABLES = [
  "BALANCE_SMTP_URL",
  "BALANCE_MAIL_FROM",
] as const;

const FORM =
  "must be smtps://user:password@host:465 or smtp://…:587, which takes STARTTLS; ?tls=off for a server without it";

const smtpUrl = z.string().transform((text, context): MailServer => {
  const url = URL.canParse(text) ? new URL(text) : null;
  const isTls = url?.protocol === "smtps:";
  const tls = url?.searchParams.get("tls") ?? null;
  const isFit = url !== null && (isTls || url.protocol === "smtp:") &&
    url.hostname !== "" && ["", "/"].includes(url.pathname) &&
    (url.search === "" || (!isTls && url.search === "?tls=off"));
  const [user, password] = [decoded(url?.username), decoded(url?.password)];
  if (!isFit || user === null || password === null) {
    context.addIssue({ code: "custom", message: FORM });
    return z.NEVER;
  }
  return {
    host: url.hostname.replace(/^\[|\]$/g, ""),
    port: Number(url.port) || (isTls ? 465 : 587),
    tls: isTls ? "implicit" : tls === "off" ? "off" : "required",
    user: user || null,
    password: password === "" ? null : secret(password),
  };
});

/** Their part of the environment's schema. */
export const mailVariables = {
  BALANCE_SMTP_URL: smtpUrl.optional(),
  BALANCE_MAIL_FROM: z.string().regex(
    /^([^\p{Cc}<>@",;:]* <)?[^\s<>@,;:"]+@[^\s<>@,;:"]+>?$/u,
    "must be an address such as Balance <balance@company.example>",
  ).optional(),
};

/** No e-mail where no server is named. */
export function mailConfig(
  { BALANCE_SMTP_URL: server, BALANCE_MAIL_FROM: from }: {
    readonly BALANCE_SMTP_URL?: MailServer | undefined;
    readonly BALANCE_MAIL_FROM?: string | undefined;
  },
): MailConfig | null {
  return server && from !== undefined ? { ...server, from } : null;
}

/** The text that was percent-encoded; null where that is no UTF-8. */
function decoded(text = ""): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    // Whatever was wrong with it: the form that it must have is told.
    return null;
  }
}
