import { tidy } from "../records/text.ts";
import type { ReceiptType } from "./sniff.ts";

/** Characters of the longest name, its ending included. */
export const FILE_NAME_MAX = 120;

/** The ending that is given, and others that are left. */
const ENDINGS: Readonly<Record<ReceiptType, readonly string[]>> = {
  "application/pdf": ["pdf"],
  "image/png": ["png"],
  "image/jpeg": ["jpg", "jpeg"],
  "image/webp": ["webp"],
  "image/heic": ["heic", "heif"],
  "image/gif": ["gif"],
};

/** What no file system or header takes for text, and what shows nothing or turns the order of letters round. */
const UNWANTED =
  /[\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}<>:"|?*\\/]+/gu;

/** A name to keep a file by: without folders, with the ending of what the file is, of `FILE_NAME_MAX` characters at most. */
export function cleanFileName(given: string | null, type: ReceiptType): string {
  const last = (given ?? "").split(/[/\\]/).findLast((part) => part !== "") ??
    "";
  const name = tidy(last.replace(UNWANTED, " ")).replace(/^[. ]+|[. ]+$/g, "");
  const endings = ENDINGS[type];
  const ending = endings.find((one) => name.toLowerCase().endsWith(`.${one}`));
  const stem = ending === undefined ? name : name.slice(0, -ending.length - 1);
  const suffix = `.${ending ?? endings[0]}`;
  const short = [...stem].slice(0, FILE_NAME_MAX - suffix.length).join("");
  return `${short.replace(/[. ]+$/, "") || "receipt"}${suffix}`;
}

/** The header by which a browser saves a file under that name and never shows it (RFC 6266, RFC 8187). */
export function attachmentHeader(fileName: string): string {
  const plain = fileName.replace(/[^\x20-\x7e]|["\\%]/g, "_");
  const encoded = encodeURIComponent(fileName)
    .replace(/['()*!]/g, (one) => `%${one.charCodeAt(0).toString(16)}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
