import type { Connection } from "../../../../src/integrations/connection.ts";
import { toldOnce } from "../parts/told_once.tsx";
import type { Shown } from "../shell/page.tsx";
import { connectionPath, CONNECTIONS } from "./connection_path.ts";

/** The page on which a connection's secret is, this once: it is kept sealed and never told again. */
export function secretTold(
  { id, name }: Pick<Connection, "id" | "name">,
  secret: string | null,
  origin: string,
): Shown {
  return toldOnce({
    title: "Copy the secret now",
    lead:
      "It is not shown again. Give it to the sender together with the address.",
    of: name,
    secrets: [
      ["Secret", secret],
      ["Address", `${origin}/api/v1/hooks/${id}`],
    ],
    trail: [
      { href: CONNECTIONS, label: "Connections" },
      { href: connectionPath(id), label: name },
    ],
    next: {
      href: connectionPath(id),
      label: "It is copied: to the connection",
    },
  });
}
