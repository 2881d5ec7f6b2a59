import assert from "node:assert/strict";
import { safeOutgoing } from "../../adapters/outgoing/safe_outgoing.ts";
import { standardWebhooks } from "../../adapters/standard_webhooks/webhooks.ts";
import type { WebhookMessage } from "../../ports/webhooks.ts";
import { hookServer } from "../support/hook_server.ts";

const secret = (n: number) => `whsec_${new Uint8Array(32).fill(n).toBase64()}`;

/** A receiver, what sends to it, and a message for it. */
function open() {
  const server = hookServer();
  const webhooks = standardWebhooks(safeOutgoing({ allow: server.allow }));
  const message = (given: Partial<WebhookMessage> = {}): WebhookMessage => ({
    url: server.url,
    id: "ntd_01kx2m6v9dfk3tqz8w5y7r4b1c",
    // The receiver's library holds it against the machine's clock.
    at: new Date().toISOString() as WebhookMessage["at"],
    body: '{"text":"Größe ☕","n":1.0,  "spaces":  true}',
    secrets: [secret(1)],
    ...given,
  });
  return {
    server,
    message,
    send: (given?: Partial<WebhookMessage>) => webhooks.send(message(given)),
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}

Deno.test("webhooks: the receiver's library verifies the very bytes, by each secret that signed", async () => {
  await using subject = open();
  const sent = await subject.send({ secrets: [secret(1), secret(2)] });
  assert.deepEqual(sent, { ok: true, value: { status: 200 } });
  const [got] = subject.server.got;
  assert.equal(got!.id, subject.message().id);
  assert.equal(got!.body, subject.message().body);
  for (const n of [1, 2]) {
    assert.deepEqual(got!.verified(secret(n)), JSON.parse(got!.body));
  }
  assert.throws(() => got!.verified(secret(3)), /signature/i);
});

Deno.test("webhooks: a message that is old is refused by the receiver's library", async () => {
  await using subject = open();
  const old = new Date(Date.now() - 600_000).toISOString();
  await subject.send({ at: old as WebhookMessage["at"] });
  assert.throws(() => subject.server.got[0]!.verified(secret(1)), /too old/i);
});

Deno.test("webhooks: what is answered is told, whatever it is; redirects are not followed", async () => {
  await using subject = open();
  const { server } = subject;
  for (const status of [204, 301, 307, 308, 404, 410, 429, 500, 503]) {
    server.answer(() =>
      new Response(null, { status, headers: { location: server.url } })
    );
    assert.deepEqual(await subject.send(), { ok: true, value: { status } });
  }
  assert.equal(server.got.length, 9);
});

Deno.test("webhooks: an address inside, a closed port and an endless answer are failures with a name", async () => {
  await using subject = open();
  const kind = async (given: Partial<WebhookMessage>) => {
    const sent = await subject.send(given);
    return sent.ok ? sent.value.status : sent.failure.kind;
  };
  for (
    const url of [
      "http://169.254.169.254/latest/meta-data/",
      "https://127.0.0.1/",
      "https://[::1]/",
      "file:///etc/passwd",
    ]
  ) assert.equal(await kind({ url }), "outgoing.refused", url);
  const endless = () => {
    const chunk = new Uint8Array(65_536);
    return new Response(
      new ReadableStream({ pull: (to) => to.enqueue(chunk) }),
    );
  };
  subject.server.answer(endless);
  assert.equal(await kind({}), "outgoing.too_large");
  const { url } = subject.server;
  await subject.server[Symbol.asyncDispose]();
  assert.equal(await kind({ url }), "outgoing.unreachable");
});
