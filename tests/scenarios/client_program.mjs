// What an integrator's program does with the client, in Node and in Deno: tests/scenarios/client_test.ts runs it in both.
// It prints where it takes webhooks, reads the service's address and key from a line of its input, and prints what it saw.
import { once } from "node:events";
import { createServer } from "node:http";
import process from "node:process";
import { createInterface } from "node:readline";
import { text } from "node:stream/consumers";
import {
  balance,
  BalanceProblem,
  BalanceUntrusted,
  verifyWebhook,
} from "../../adapters/client/node/balance.js";

const requests = [];
let arrived;
const hook = createServer(async (request, response) => {
  requests.push({ headers: request.headers, body: await text(request) });
  response.writeHead(204).end();
  arrived?.();
});
hook.listen(0, "127.0.0.1");
await once(hook, "listening");
const { port } = hook.address();
console.log(port);

const [line] = await once(createInterface(process.stdin), "line");
const { baseUrl, apiKey } = JSON.parse(line);
const api = balance({ baseUrl, apiKey });
const seen = { runtime: typeof Deno === "undefined" ? "node" : "deno" };

const records = Array.from({ length: 5 }, (_, n) => ({
  external_id: `${seen.runtime}-${n}`,
  description: `TALLOW & REED ${n}`,
}));
const { accepted } = await api.post("/records", { body: { records } });
seen.accepted = accepted;
seen.listed = [];
for await (const one of api.all("/records", { query: { limit: 2 } })) {
  if (one.external_id.startsWith(seen.runtime)) {
    seen.listed.push(one.external_id);
  }
}
seen.listed.sort();

const file = () =>
  new Blob(["date,description,amount\n2026-03-31,Reed,-1.00\n"]).stream();
const kept = await api.post("/records/import", {
  query: { currency: "GBP", file_name: `${seen.runtime}.csv` },
  file,
});
seen.imported = kept.file_name;

seen.refused = await api.post("/records", {
  body: { records: [{ description: "x" }] },
}).catch((error) =>
  error instanceof BalanceProblem && [error.kind, error.errors[0].pointer]
);

for await (const { type } of api.tail({ types: ["INGESTED"] })) {
  seen.tailed = type;
  break;
}

const { id, secret } = await api.post("/notifications/endpoints", {
  body: { url: `http://127.0.0.1:${port}/` },
});
const first = new Promise((resolve) => arrived = resolve);
await api.post("/notifications/endpoints/{id}/test", { path: { id } });
await first;
const [request] = requests;
const message = verifyWebhook({ ...request, secret });
seen.message = [message.type, message.id === request.headers["webhook-id"]];
try {
  verifyWebhook({ ...request, secret, body: `${request.body} ` });
} catch (error) {
  seen.forged = error instanceof BalanceUntrusted;
}
await api.delete("/notifications/endpoints/{id}", { path: { id } });
hook.close();
hook.closeAllConnections();
console.log(JSON.stringify(seen));
process.exit(0);
