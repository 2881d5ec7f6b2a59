import { z } from "@hono/zod-openapi";
import { ok } from "../../../../src/kernel/result.ts";
import type { ConnectionKind } from "../../../../src/integrations/connection.ts";
import { page } from "../shell/page.tsx";
import { textOf } from "../shell/form_state.ts";
import { CONNECTIONS } from "./connection_path.ts";
import { NewForm } from "./new_form.tsx";

const KINDS: readonly (readonly [ConnectionKind, string, string])[] = [
  [
    "webhook",
    "Webhooks",
    "The source sends signed messages as things happen: tills, card processors, GitHub, Stripe.",
  ],
  [
    "pull",
    "Fetched",
    "Balance asks the source on a schedule: Mollie, Stripe, or any list that a key or OAuth opens.",
  ],
  [
    "api",
    "Pushed by API",
    "A program of yours sends records with an API key.",
  ],
  ["file", "Files", "Bank and card files: CSV, OFX, CAMT.053, MT940, NDJSON."],
];

const TITLES: Readonly<Record<ConnectionKind, string>> = {
  webhook: "A source that sends webhooks",
  pull: "A source to fetch from",
  api: "A program that pushes records",
  file: "A source of files",
};

/** The kinds of sources, and the form of the one that was chosen. */
export const newPage = page({
  path: "/connections/new",
  action: "connections.write",
  query: z.object({
    kind: z.enum(["webhook", "pull", "api", "file"]).optional(),
  }),
  show({ query, form }) {
    const sent = textOf(form, "kind");
    const kind = KINDS.find(([one]) => one === sent)?.[0] ?? query.kind;
    const trail = [{ href: CONNECTIONS, label: "Connections" }];
    if (kind === undefined) {
      return Promise.resolve(ok({
        title: "New connection",
        lead: "How do the records come?",
        trail,
        body: (
          <ul class="kinds">
            {KINDS.map(([value, label, words]) => (
              <li>
                <a class="card" href={`${CONNECTIONS}/new?kind=${value}`}>
                  <strong>{label}</strong>
                  <span>{words}</span>
                </a>
              </li>
            ))}
          </ul>
        ),
      }));
    }
    return Promise.resolve(ok({
      title: TITLES[kind],
      trail: [...trail, { href: `${CONNECTIONS}/new`, label: "New" }],
      body: <NewForm kind={kind} form={form} />,
    }));
  },
});
