/** Where the page for a code is; the code is in the fragment, which browsers send to nobody and servers do not log. */
export function signInLink(origin: string, code: string): string {
  return `${origin}/sign-in#${code}`;
}
