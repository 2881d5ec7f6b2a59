import type { Deps } from "../../../ports/deps.ts";
import type { Flaw } from "../../kernel/failure.ts";
import type { ConnectionSource } from "../connection.ts";

/** Which addresses of a source, given `at` a pointer, nothing will ever be asked of: said before anybody waits for its first page. */
export function pullAddressFlaws(
  { outgoing }: Pick<Deps, "outgoing">,
  source: ConnectionSource,
  at: "/settings" | "/source",
): readonly Flaw[] {
  if (source.kind !== "pull") return [];
  const { auth, list } = source.settings;
  const asked = auth.kind === "oauth2"
    ? {
      "list/url": list.url,
      "auth/token_endpoint": auth.token_endpoint,
      "auth/revocation_endpoint": auth.revocation_endpoint,
    }
    : { "list/url": list.url };
  return Object.entries(asked).flatMap(([place, url]) => {
    const checked = url === undefined ? null : outgoing.check(url);
    return checked === null || checked.ok ? [] : [{
      pointer: `${at}/${place}`,
      detail: `cannot be reached from here: ${checked.failure.facts["why"]}`,
    }];
  });
}
