import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { s3Files } from "../../adapters/s3_files/s3_files.ts";
import { s3Server } from "../support/s3_server.ts";
import { settableClock } from "../support/settable_clock.ts";
import { openHttpTrial } from "./http_trial.ts";
import { pdf } from "./receipts_client.ts";

/** A trial's clock stands still long ago, and the end of a link is told by it. */
const trialMs = () => Date.parse(settableClock().now());

const kindOf = (answer: { status: number; body: Record<string, unknown> }) =>
  `${answer.status} ${String(answer.body["type"] ?? "").split("#")[1] ?? ""}`;

async function serverOf(answer: RequestListener) {
  const server = createServer(answer);
  await new Promise<void>((resolve) =>
    server.listen(0, "127.0.0.1", () => resolve())
  );
  const { port } = server.address() as AddressInfo;
  return {
    port,
    [Symbol.asyncDispose]: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

Deno.test("a receipt is fetched from an address, and what is none there is told", async () => {
  await using server = await serverOf(({ url = "" }, response) => {
    if (url === "/17.pdf") {
      response.setHeader("Content-Type", "text/plain");
      return response.end(pdf("fetched"));
    }
    if (url === "/page") return response.end("<html>sign in</html>");
    if (url === "/inside") {
      response.writeHead(302, { Location: "http://169.254.169.254/latest" });
      return response.end();
    }
    if (url === "/large") return response.end("x".repeat(10_000_001));
    if (url === "/nothing") return response.end();
    response.statusCode = 404;
    response.end();
  });
  const { call, deps, tenant } = await openHttpTrial({
    allow: [{ host: "127.0.0.1", port: server.port }],
  });
  const fetched = (path: string, more = {}) =>
    call("POST", "/api/v1/receipts/from-url", {
      url: `http://127.0.0.1:${server.port}${path}`,
      ...more,
    });
  const refusals: Record<string, string> = {
    "/gone": "422 receipt.url_answered",
    "/page": "415 receipt.type_refused",
    "/inside": "422 outgoing.refused",
    "/large": "422 outgoing.too_large",
    "/nothing": "422 receipt.empty",
  };
  for (const [path, kind] of Object.entries(refusals)) {
    assert.equal(kindOf(await fetched(path)), kind, path);
  }
  assert.equal(
    kindOf(
      await call("POST", "/api/v1/receipts/from-url", {
        url: "http://10.0.0.1/17.pdf",
      }),
    ),
    "422 outgoing.refused",
  );
  assert.deepEqual(await deps.files.list(`${tenant.id}/`, 9, null), []);

  const made = await fetched("/17.pdf", { file_name: "17.pdf" });
  assert.equal(made.status, 201, made.text);
  assert.equal(made.body["source"], "url");
  assert.equal(made.body["content_type"], "application/pdf");
  assert.equal(made.body["claimed_content_type"], "text/plain");
  assert.equal(made.body["file_name"], "17.pdf");
  const again = await fetched("/17.pdf");
  assert.equal(again.status, 200);
  assert.equal(again.body["id"], made.body["id"]);
});

Deno.test("bytes go to a bucket past the service, and are a receipt once they are verified", async () => {
  await using server = await s3Server();
  const { call, deps, tenant, runJobs } = await openHttpTrial({
    files: s3Files(server.options, trialMs),
  });
  const text = pdf("linked");
  const begin = async (bytes: string) => {
    const begun = await call("POST", "/api/v1/receipts/upload-link", {
      bytes: bytes.length,
      sha256: createHash("sha256").update(bytes).digest("hex"),
      content_type: "application/pdf",
    });
    assert.equal(begun.status, 200, begun.text);
    return begun.body as unknown as {
      upload_id: string;
      url: string;
      headers: Record<string, string>;
    };
  };
  const put = async (
    { url, headers }: Awaited<ReturnType<typeof begin>>,
    body: string,
  ) => {
    const answer = await fetch(url, { method: "PUT", headers, body });
    await answer.body?.cancel();
    return answer.status;
  };
  const complete = (id: string, more = {}) =>
    call("POST", "/api/v1/receipts/complete", { upload_id: id, ...more });

  const begun = await begin(text);
  assert.equal(
    kindOf(await complete(begun.upload_id)),
    "404 receipt.upload_missing",
  );
  // The link is good for a quarter of an hour.
  server.advance(14 * 60_000);
  assert.equal(await put(begun, text), 200);
  const made = await complete(begun.upload_id, {
    amount: { minor: 1250, currency: "GBP" },
  });
  assert.equal(made.status, 201, made.text);
  assert.equal(made.body["source"], "link");
  assert.deepEqual(made.body["amount"], { minor: 1250, currency: "GBP" });
  const files = () => deps.files.list(`${tenant.id}/`, 9, null);
  const kept = [`${tenant.id}/receipts/${made.body["id"]}`];
  assert.deepEqual(await files(), kept);

  // Whoever still has the address changes nothing of what was verified.
  assert.equal(await put(begun, text), 200);
  const [read] = await Array.fromAsync(
    await deps.files.read(kept[0] as never) ?? [],
  );
  assert.equal(new TextDecoder().decode(read), text);
  const again = await complete(begun.upload_id);
  assert.equal(again.status, 200);
  assert.equal(again.body["id"], made.body["id"]);
  await runJobs();
  assert.deepEqual(await files(), kept);

  const page = await begin("<html>no receipt</html>");
  assert.equal(await put(page, "<html>no receipt</html>"), 200);
  assert.equal(
    kindOf(await complete(page.upload_id)),
    "415 receipt.type_refused",
  );
  assert.equal(
    kindOf(
      await call("POST", "/api/v1/receipts/upload-link", {
        bytes: 10_000_001,
        sha256: "0".repeat(64),
        content_type: "application/pdf",
      }),
    ),
    "413 file.too_large",
  );
});

Deno.test("another company's upload is missing, and without a bucket there are no links", async () => {
  await using server = await s3Server();
  const files = s3Files(server.options, trialMs);
  const [ours, theirs] = [
    await openHttpTrial({ files }),
    await openHttpTrial({ files }),
  ];
  const ask = {
    bytes: 3,
    sha256: "0".repeat(64),
    content_type: "application/pdf",
  };
  const begun = await ours.call("POST", "/api/v1/receipts/upload-link", ask);
  const { upload_id } = begun.body as unknown as { upload_id: string };
  assert.equal(
    kindOf(
      await theirs.call("POST", "/api/v1/receipts/complete", { upload_id }),
    ),
    "404 receipt.upload_missing",
  );
  const { call } = await openHttpTrial();
  assert.equal(
    kindOf(await call("POST", "/api/v1/receipts/upload-link", ask)),
    "409 receipt.no_upload_links",
  );
});
