import assert from "node:assert/strict";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Manifest } from "../../src/integrations/manifests/manifest.ts";
import { MANIFESTS } from "../../src/integrations/manifests/manifests.ts";
import { send } from "../support/source_server.ts";
import { openHttpTrial } from "./http_trial.ts";

interface Example {
  /** Answers in the source's own form, by the query that asks for them. */
  readonly pages: Readonly<Record<string, (origin: string) => unknown>>;
  /** External id, description, counterparty, amount, time. */
  readonly records: readonly (readonly unknown[])[];
}

const EXAMPLES: Readonly<Record<string, Example>> = {
  mollie_payments: {
    pages: {
      "limit=250": (origin) => ({
        count: 2,
        _embedded: {
          payments: [
            {
              resource: "payment",
              id: "tr_2",
              status: "open",
              createdAt: "2026-01-02T10:00:00+00:00",
              amount: { value: "9.00", currency: "EUR" },
              description: "Order 2",
              method: null,
            },
            {
              resource: "payment",
              id: "tr_1",
              status: "paid",
              createdAt: "2026-01-01T10:00:00+00:00",
              paidAt: "2026-01-01T11:30:00+01:00",
              amount: { value: "75.00", currency: "GBP" },
              description: "Order 1",
              method: "ideal",
              details: { consumerName: "T. Test" },
            },
          ],
        },
        _links: {
          next: { href: `${origin}/v2/payments?from=tr_0&limit=250` },
        },
      }),
      "from=tr_0&limit=250": () => ({
        count: 1,
        _embedded: {
          payments: [{
            resource: "payment",
            id: "tr_0",
            status: "paid",
            createdAt: "2025-12-31T10:00:00+00:00",
            amount: { value: "1500", currency: "JPY" },
            description: "Order 0",
            method: "creditcard",
          }],
        },
        _links: { next: null },
      }),
    },
    records: [
      [
        "tr_1",
        "Order 1",
        "T. Test",
        { minor: 7500, currency: "GBP" },
        "2026-01-01T10:30:00.000Z",
      ],
      [
        "tr_0",
        "Order 0",
        // Read from the description, as always where none is told.
        "Order",
        { minor: 1500, currency: "JPY" },
        "2025-12-31T10:00:00.000Z",
      ],
    ],
  },
  stripe_balance_transactions: {
    pages: {
      "limit=100": () => ({
        object: "list",
        has_more: true,
        data: [{
          id: "txn_2",
          object: "balance_transaction",
          amount: -400,
          created: 1_767_225_600,
          currency: "usd",
          description: null,
          fee: 0,
          net: -400,
          reporting_category: "transfer",
          source: "tr_1",
          status: "available",
          type: "transfer",
        }],
      }),
      "limit=100&starting_after=txn_2": () => ({
        object: "list",
        has_more: false,
        data: [{
          id: "txn_1",
          object: "balance_transaction",
          amount: 5000,
          created: 1_767_222_000,
          currency: "jpy",
          description: "Invoice 17",
          fee: 180,
          net: 4820,
          reporting_category: "charge",
          source: "ch_1",
          status: "pending",
          type: "charge",
        }],
      }),
    },
    records: [
      [
        "txn_2",
        "Stripe transfer",
        "Stripe transfer",
        { minor: -400, currency: "USD" },
        "2026-01-01T00:00:00.000Z",
      ],
      [
        "txn_1",
        "Invoice 17",
        "Invoice",
        { minor: 5000, currency: "JPY" },
        "2025-12-31T23:00:00.000Z",
      ],
    ],
  },
};

/** Pulls what a server answers in the source's form. */
async function pulled(
  { settings, mapping }: Manifest,
  { pages }: Example,
): Promise<readonly unknown[]> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const { pathname, search } = new URL(request.url!, "http://x");
    asked.push(pathname);
    assert.equal(request.headers.authorization, "Bearer live_key");
    const page = pages[search.slice(1)];
    send(response, page ? 200 : 404, page?.(origin) ?? {});
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  const origin = `http://127.0.0.1:${port}`;
  try {
    const trial = await openHttpTrial({ allow: [{ host: "127.0.0.1", port }] });
    const { call } = trial;
    const real = new URL(settings.list.url);
    const made = await call("POST", "/api/v1/connections", {
      kind: "pull",
      name: "Known",
      settings: {
        ...settings,
        list: { ...settings.list, url: `${origin}${real.pathname}` },
      },
      secret: "live_key",
    });
    const path = `/api/v1/connections/${made.body["id"]}`;
    await call("POST", `${path}/mappings`, { expression: mapping });
    assert.equal((await call("POST", `${path}/sync`)).status, 202);
    await trial.runJobs();
    const health = await call("GET", `${path}/health`);
    assert.equal(health.body["state"] as unknown, "healthy", health.text);
    assert.equal(asked.length, Object.keys(pages).length);
    const { body } = await call(
      "GET",
      `/api/v1/records?connection=${made.body["id"]}`,
    );
    return body["data"]!.map((one) =>
      ["external_id", "description", "counterparty", "amount", "occurred_at"]
        .map((name) => one[name] as unknown)
    );
  } finally {
    server.close();
    server.closeAllConnections();
  }
}

for (const manifest of MANIFESTS) {
  Deno.test(`${manifest.name}: its pages become its records`, async () => {
    const example = EXAMPLES[manifest.name];
    assert(example, "it has an example");
    const records = await pulled(manifest, example);
    const byId = (one: readonly unknown[], other: readonly unknown[]) =>
      String(one[0]) < String(other[0]) ? 1 : -1;
    assert.deepEqual(
      (records as unknown[][]).toSorted(byId),
      example.records.toSorted(byId),
    );
  });
}

Deno.test("a connection of a known source is made by its name, with its mapping in force", async () => {
  const { call } = await openHttpTrial();
  const { body } = await call("GET", "/api/v1/connections/manifests");
  assert.deepEqual(
    body["data"]!.map((one) => one["name"] as unknown),
    MANIFESTS.map(({ name }) => name),
  );
  const made = await call("POST", "/api/v1/connections", {
    kind: "pull",
    name: "Stripe",
    manifest: "stripe_balance_transactions",
    secret: "rk_live_1",
  });
  assert.equal(made.status, 201, made.text);
  const mappings = await call(
    "GET",
    `/api/v1/connections/${made.body["id"]}/mappings`,
  );
  assert.equal(mappings.body["data"]!.length, 1);
  for (
    const wrong of [
      { manifest: "stripe_balance_transactions" },
      { manifest: "unheard_of", secret: "x" },
      {
        manifest: "mollie_payments",
        settings: MANIFESTS[0]!.settings,
        secret: "x",
      },
      { secret: "x" },
    ]
  ) {
    const answer = await call("POST", "/api/v1/connections", {
      kind: "pull",
      name: "x",
      ...wrong,
    });
    assert.equal(answer.status, 422, JSON.stringify(wrong));
  }
});

Deno.test("the page on writing a connector shows the file as it is, in less than 60 lines", async () => {
  const root = new URL("../../", import.meta.url);
  const page = await Deno.readTextFile(
    new URL("docs/write-a-connector.md", root),
  );
  const [, path, code] = /<!-- (\S+) -->\n+```ts\n([\s\S]*?)```/.exec(page)!;
  const file = await Deno.readTextFile(new URL(path!, root));
  assert.equal(code, file);
  assert(file.split("\n").length < 60);
});
