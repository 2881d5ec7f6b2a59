import type { Child } from "hono/jsx";
import type { Shown } from "../shell/page.tsx";
import { Card } from "./card.tsx";
import { Fact, Facts } from "./facts.tsx";

/**
 * The page on which a secret is, this once: what is kept of it cannot be told again. The answer to a form that was sent
 * twice goes without, and says so.
 */
export function toldOnce(
  { title, lead, secrets, of, trail, next, children }: {
    readonly title: string;
    readonly lead: string;
    /** What is told, by name; null: it was told before. */
    readonly secrets: readonly (readonly [
      name: string,
      value: string | null,
    ])[];
    /** What it is for. */
    readonly of: string;
    readonly trail: NonNullable<Shown["trail"]>;
    /** Where it goes on: its own page, or the list that it is on. */
    readonly next: { readonly href: string; readonly label: string };
    readonly children?: Child;
  },
): Shown {
  if (secrets.some(([, value]) => value === null)) {
    return {
      title: "This was sent before",
      lead: "It was made once, and what is told once was in the first answer.",
      trail,
      body: (
        <Card title={of}>
          <p>If you did not see it there, make it anew where this leads.</p>
          <div class="buttons">
            <a class="button primary" href={next.href}>Go there</a>
          </div>
        </Card>
      ),
    };
  }
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
