import type { Child } from "hono/jsx";
import type { Shown } from "../shell/page.tsx";
import { Card } from "./card.tsx";
import { Fact, Facts } from "./facts.tsx";

/** The page on which a secret is, this once: what is kept of it cannot be told again. */
export function toldOnce(
  { title, lead, secrets, of, trail, next, children }: {
    readonly title: string;
    readonly lead: string;
    /** What is told, by name. */
    readonly secrets: readonly (readonly [name: string, value: string])[];
    /** What it is for. */
    readonly of: string;
    readonly trail: NonNullable<Shown["trail"]>;
    /** Where it goes on. */
    readonly next: { readonly href: string; readonly label: string };
    readonly children?: Child;
  },
): Shown {
  return {
    title,
    lead,
    trail,
    body: (
      <Card title={of}>
        <Facts>
          {secrets.map(([name, value]) => (
            <Fact name={name}>
              <code class="secret">{value}</code>
            </Fact>
          ))}
        </Facts>
        {children}
        <div class="buttons">
          <a class="button primary" href={next.href}>{next.label}</a>
        </div>
      </Card>
    ),
  };
}
