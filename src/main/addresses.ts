import { z } from "zod";

/** An address with a host, that can be taken apart; it is not repeated, since it may hold a password. */
export const address = (scheme: RegExp, name: string) =>
  z.string().refine((text) => scheme.test(text) && isAddress(text), {
    error:
      `must be a ${name}:// address, with a password in it percent-encoded`,
  });

function isAddress(text: string): boolean {
  const url = URL.parse(text);
  if (!url?.hostname) return false;
  return [url.username, url.password, url.pathname]
    .every((part) => /^(?:[^%]|%[0-9a-f]{2})*$/i.test(part));
}

/** Whether it is `https://host` and nothing more. */
export function isOrigin(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && /^https?:$/.test(url.protocol) && url.origin === text;
}
