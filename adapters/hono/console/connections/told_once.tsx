import type { Connection } from "../../../../src/integrations/connection.ts";
import { Card } from "../parts/card.tsx";
import { Fact, Facts } from "../parts/facts.tsx";
import type { Shown } from "../shell/page.tsx";
import { connectionPath, CONNECTIONS } from "./connection_path.ts";

/** The page on which a secret is, this once: it is kept sealed and never told again. */
export function toldOnce(
  { id, name }: Pick<Connection, "id" | "name">,
  secret: string,
  origin: string,
): Shown {
  return {
    title: "Copy the secret now",
    lead:
      "It is not shown again. Give it to the sender together with the address.",
    trail: [
      { href: CONNECTIONS, label: "Connections" },
      { href: connectionPath(id), label: name },
    ],
    body: (
      <Card title={name}>
        <Facts>
          <Fact name="Secret">
            <code class="secret">{secret}</code>
          </Fact>
          <Fact name="Address">
            <code>{`${origin}/api/v1/hooks/${id}`}</code>
          </Fact>
        </Facts>
        <p class="more">
          <a class="button primary" href={connectionPath(id)}>
            It is copied: to the connection
          </a>
        </p>
      </Card>
    ),
  };
}
