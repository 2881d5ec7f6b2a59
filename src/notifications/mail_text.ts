import type { TenantId } from "../kernel/ids.ts";
import type { Notice } from "./notice.ts";
import { linkTo, wordingOf } from "./wording.ts";

/** An e-mail's words, without who gets it. */
export interface MailText {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** Notices that a digest names one by one; the others it counts. */
const NAMED_MAX = 50;

/** One notice, or a digest of several, as an e-mail: plain text, and the same as a page of HTML. */
export function mailText(
  notices: readonly Notice[],
  { tenantId, publicUrl }: {
    readonly tenantId: TenantId;
    readonly publicUrl: string | null;
  },
): MailText {
  const items = notices.slice(0, NAMED_MAX).map((notice) => {
    const { title, text, path } = wordingOf(notice);
    const times = notice.count > 1 ? ` It happened ${notice.count} times.` : "";
    return {
      title,
      text: `${text}${times}`,
      at: `${notice.openedAt} (${notice.id})`,
      link: linkTo(path, publicUrl),
    };
  });
  const more = notices.length - items.length;
  const rest = more > 0 ? [`And ${more} more.`] : [];
  const foot = [
    `You get this as a member of ${tenantId}; what you are told of is yours to choose: ${
      linkTo("/api/v1/notifications/preferences", publicUrl)
    }`,
  ];
  return {
    subject: `Balance: ${
      notices.length === 1 ? items[0]!.title : `${notices.length} notices`
    }`,
    text: [
      ...items.map(({ title, text, at, link }) =>
        [title, text, link, at].join("\n")
      ),
      ...rest,
      ["-- ", ...foot].join("\n"),
      "",
    ].join("\n\n"),
    html: page([
      ...items.map(({ title, text, at, link }) =>
        `<h1 style="font-size:1.1em">${escaped(title)}</h1><p>${
          escaped(text)
        }</p><p>${anchor(link)}<br><small>${escaped(at)}</small></p>`
      ),
      ...rest.map((line) => `<p>${escaped(line)}</p>`),
      ...foot.map((line) => `<p><small>${escaped(line)}</small></p>`),
    ]),
  };
}

function anchor(link: string): string {
  const shown = escaped(link);
  return link.startsWith("/") ? shown : `<a href="${shown}">${shown}</a>`;
}

function page(parts: readonly string[]): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Balance</title><body style="font-family:sans-serif">${
    parts.join("\n")
  }</body></html>\n`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => ENTITIES[sign]!);
}
