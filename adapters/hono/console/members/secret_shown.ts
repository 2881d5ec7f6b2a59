import type { IssuedApiKey } from "../../../../src/tenancy/use_cases/issue_api_key.ts";
import { toldOnce } from "../parts/told_once.tsx";
import type { Shown } from "../shell/page.tsx";
import { keyPath, KEYS, MEMBERS } from "./member_path.ts";

/** The page with a new key's secret, this once. */
export function secretShown({ key, secret }: IssuedApiKey): Shown {
  return toldOnce({
    title: "Copy the secret now",
    lead: "Only its hash is kept, so it is not shown again.",
    of: key.name,
    secrets: [["Secret", secret]],
    trail: [
      { href: MEMBERS, label: "Members" },
      { href: KEYS, label: "API keys" },
    ],
    next: { href: keyPath(key.id), label: "It is copied: to the key" },
  });
}
