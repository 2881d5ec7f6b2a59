import assert from "node:assert/strict";
import { createServer } from "node:https";
import { gzipSync } from "node:zlib";
import {
  type OutgoingOptions,
  safeOutgoing,
} from "../../adapters/outgoing/safe_outgoing.ts";
import type { Outgoing, OutgoingRequest } from "../../ports/outgoing.ts";

type Handler = (request: Request) => Response | Promise<Response>;

/** A server of this machine, and what reaches it because an operator allowed that. */
async function withServer(
  handler: Handler,
  test: (
    server: { readonly port: number; readonly address: string },
    outgoing: Outgoing,
  ) => Promise<void>,
  options: OutgoingOptions = {},
): Promise<void> {
  await using server = Deno.serve(
    { port: 0, hostname: "127.0.0.1", onListen() {} },
    handler,
  );
  const { port } = server.addr;
  const allow = [{ host: "127.0.0.1", port }, { host: "inside.test", port }];
  await test(
    { port, address: `http://127.0.0.1:${port}` },
    safeOutgoing({
      allow,
      resolve: () => Promise.resolve(["127.0.0.1"]),
      ...options,
    }),
  );
}

/** What a request comes to: status and body, or the failure. */
async function outcome(outgoing: Outgoing, request: OutgoingRequest | string) {
  const sent = await outgoing.send(
    typeof request === "string" ? { url: request } : request,
  );
  if (!sent.ok) {
    return { failure: sent.failure.kind, why: sent.failure.facts["why"] };
  }
  const { status, body } = sent.value;
  return { status, text: new TextDecoder().decode(body) };
}

const NOT_PUBLIC = {
  failure: "outgoing.refused",
  why: "it is not an address of the open internet",
};

Deno.test("outgoing: method, headers and body arrive, and the answer comes back", async () => {
  await withServer(async (request) =>
    Response.json({
      method: request.method,
      host: request.headers.get("host"),
      token: request.headers.get("x-token"),
      body: await request.text(),
      path: new URL(request.url).pathname + new URL(request.url).search,
    }, { status: 418 }), async ({ port }, outgoing) => {
    const sent = await outcome(outgoing, {
      url: `http://inside.test:${port}/a?b=c#d`,
      method: "POST",
      headers: { "X-Token": "t" },
      body: "Größe",
    });
    assert.equal(sent.status, 418);
    assert.deepEqual(JSON.parse(sent.text!), {
      method: "POST",
      host: `inside.test:${port}`,
      token: "t",
      body: "Größe",
      path: "/a?b=c",
    });
  });
});

Deno.test("outgoing: what is refused by how it is written is refused without being sent, for the same reason, and no name is looked up", async () => {
  const outgoing = safeOutgoing({
    allow: [{ host: "crm.intern", port: 8443 }],
    resolve: () => Promise.reject(new Error("looked up")),
  });
  for (
    const url of [
      "https://127.0.0.1/",
      "https://localhost/",
      "http://outside.test/",
      "https://outside.test:8443/",
      "https://user@outside.test/",
      "outside.test",
    ]
  ) {
    const checked = outgoing.check(url);
    assert(!checked.ok, url);
    assert.deepEqual(await outgoing.send({ url }), checked);
  }
  for (const url of ["https://outside.test/", "http://crm.intern:8443/"]) {
    assert(outgoing.check(url).ok, url);
  }
});

Deno.test("outgoing: a name that means an address inside is refused, also beside one outside", async () => {
  let asked = 0;
  const refused = async (...addresses: string[]) => {
    const outgoing = safeOutgoing({
      resolve: () => (asked++, Promise.resolve(addresses)),
    });
    assert.deepEqual(
      await outcome(outgoing, "https://rebind.example.com/"),
      NOT_PUBLIC,
      addresses.join(),
    );
  };
  await refused("127.0.0.1");
  await refused("::1");
  await refused("93.184.216.34", "10.0.0.1");
  await refused("::ffff:169.254.169.254", "93.184.216.34");
  assert.equal(asked, 4);
});

Deno.test("outgoing: a name is looked up once, and what it means a moment later does not matter", async () => {
  let asked = 0;
  await withServer(() => new Response("first"), async ({ port }, outgoing) => {
    assert.deepEqual(
      await outcome(outgoing, `http://inside.test:${port}/`),
      { status: 200, text: "first" },
    );
    assert.equal(asked, 1);
  }, {
    // The second answer would lead where nobody listens.
    resolve: () =>
      Promise.resolve(asked++ === 0 ? ["127.0.0.1"] : ["192.0.2.1"]),
  });
});

Deno.test("outgoing: the next address of a name is tried where nobody listens at the first", async () => {
  await withServer(() => new Response("second"), async ({ port }, outgoing) => {
    assert.deepEqual(
      await outcome(outgoing, `http://inside.test:${port}/`),
      { status: 200, text: "second" },
    );
  }, { resolve: () => Promise.resolve(["127.0.0.2", "127.0.0.1"]) });
});

Deno.test("outgoing: each redirect is checked, and private headers stay with their server", async () => {
  const seen: (string | null)[] = [];
  await withServer((request) => {
    seen.push(
      request.headers.get("authorization") ?? request.headers.get("x-api-key"),
    );
    const { pathname, port } = new URL(request.url);
    const to = ({
      "/here": "/there",
      "/named": `http://inside.test:${port}/there`,
      "/metadata": "http://169.254.169.254/latest/meta-data/",
      "/file": "file:///etc/passwd",
      "/loopback": "https://localhost/",
      "/round": "/round",
      "/wrong": "http://",
    } as Record<string, string>)[pathname];
    return to === undefined
      ? new Response("arrived")
      : new Response(null, { status: 302, headers: { location: to } });
  }, async ({ address }, outgoing) => {
    const get = (path: string) =>
      outcome(outgoing, {
        url: address + path,
        headers: { Authorization: "Bearer s3cr3t", "X-Api-Key": "s3cr3t" },
      });
    const arrived = { status: 200, text: "arrived" };
    assert.deepEqual(await get("/here"), arrived);
    assert.deepEqual(await get("/named"), arrived);
    assert.deepEqual(seen, [
      "Bearer s3cr3t",
      "Bearer s3cr3t",
      "Bearer s3cr3t",
      null,
    ]);
    const https = {
      failure: "outgoing.refused",
      why: "only https is allowed",
    };
    assert.deepEqual(await get("/metadata"), https);
    assert.deepEqual(await get("/file"), https);
    assert.deepEqual(await get("/loopback"), NOT_PUBLIC);
    assert.deepEqual(await get("/wrong"), { status: 302, text: "" });
    seen.length = 0;
    assert.equal(
      (await get("/round")).failure,
      "outgoing.too_many_redirects",
    );
    assert.equal(seen.length, 6);
    const posted = await outcome(outgoing, {
      url: `${address}/here`,
      method: "POST",
      body: "x",
    });
    assert.deepEqual(posted, { status: 302, text: "" });
  });
});

Deno.test("outgoing: an answer that is too large is not read to its end, packed or not", async () => {
  const zeros = new Uint8Array(1_000_000);
  let produced = 0;
  await withServer((request) => {
    const { pathname } = new URL(request.url);
    if (pathname === "/packed") {
      return new Response(new Uint8Array(gzipSync(zeros)), {
        headers: { "content-encoding": "gzip" },
      });
    }
    if (pathname === "/other") {
      return new Response("x", { headers: { "content-encoding": "zstd" } });
    }
    return new Response(
      new ReadableStream({
        pull(controller) {
          produced += 65_536;
          controller.enqueue(zeros.subarray(0, 65_536));
        },
      }),
    );
  }, async ({ address }, outgoing) => {
    const get = (path: string, bytesMax: number) =>
      outcome(outgoing, { url: address + path, bytesMax });
    assert.equal(
      (await get("/endless", 100_000)).failure,
      "outgoing.too_large",
    );
    assert(produced < 50_000_000, String(produced));
    assert.equal((await get("/packed", 999_999)).failure, "outgoing.too_large");
    const whole = await get("/packed", 1_000_000);
    assert.equal(whole.text?.length, 1_000_000);
    assert.equal((await get("/other", 10)).failure, "outgoing.unreachable");
  });
});

Deno.test("outgoing: one deadline is for all of it: a look-up, an answer and a body that do not end", async () => {
  const forever = new Promise<never>(() => {});
  await withServer((request) => {
    if (new URL(request.url).pathname === "/silent") {
      // Until the caller has given up.
      return new Promise((resolve) =>
        request.signal.addEventListener(
          "abort",
          () => resolve(new Response()),
        )
      );
    }
    return new Response(
      new ReadableStream({
        start: (controller) => controller.enqueue(new Uint8Array(1)),
      }),
    );
  }, async ({ address }, outgoing) => {
    const failure = async (path: string) =>
      (await outcome(outgoing, { url: address + path, timeoutMs: 150 }))
        .failure;
    assert.equal(await failure("/silent"), "outgoing.timed_out");
    assert.equal(await failure("/slow"), "outgoing.timed_out");
  });
  const lost = safeOutgoing({ resolve: () => forever });
  assert.equal(
    (await outcome(lost, { url: "https://a.example.com/", timeoutMs: 50 }))
      .failure,
    "outgoing.timed_out",
  );
});

Deno.test("outgoing: a server that is not there, and a name that is not, are told by code alone", async () => {
  const listener = Deno.listen({ port: 0, hostname: "127.0.0.1" });
  const { port } = listener.addr;
  listener.close();
  const outgoing = safeOutgoing({ allow: [{ host: "127.0.0.1", port }] });
  assert.deepEqual(await outcome(outgoing, `http://127.0.0.1:${port}/`), {
    failure: "outgoing.unreachable",
    why: "ECONNREFUSED",
  });
  const none = safeOutgoing({ resolve: () => Promise.resolve([]) });
  assert.deepEqual(await outcome(none, "https://a.example.com/"), {
    failure: "outgoing.unreachable",
    why: "failed",
  });
});

Deno.test("outgoing: the certificate must be the name's, though the connection goes to an address", async () => {
  const folder = new URL("../support/tls/", import.meta.url);
  const key = await Deno.readTextFile(new URL("safe.test.key", folder));
  const ca = await Deno.readTextFile(new URL("safe.test.crt", folder));
  const server = createServer(
    { key, cert: ca },
    (_, answer) => void answer.end("safe"),
  );
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as { port: number };
  try {
    const outgoing = (options: OutgoingOptions) =>
      safeOutgoing({
        allow: [{ host: "safe.test", port }, { host: "other.test", port }],
        resolve: () => Promise.resolve(["127.0.0.1"]),
        ...options,
      });
    const safe = `https://safe.test:${port}/`;
    assert.deepEqual(await outcome(outgoing({ ca }), safe), {
      status: 200,
      text: "safe",
    });
    const other = await outcome(
      outgoing({ ca }),
      `https://other.test:${port}/`,
    );
    assert.equal(other.failure, "outgoing.unreachable");
    const unknown = await outcome(outgoing({}), safe);
    assert.equal(unknown.failure, "outgoing.unreachable");
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});
