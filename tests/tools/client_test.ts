import assert from "node:assert/strict";
import { openApiDocument } from "../../adapters/hono/open_api_document.ts";
import { KEYLESS } from "../../adapters/client/send.ts";
import { CLIENT, clientFiles } from "./client_files.ts";

Deno.test("adapters/client is what `deno task client` writes, and nothing is left over from earlier", async () => {
  const made = await clientFiles();
  for (const [path, text] of made) {
    assert(
      text === await Deno.readTextFile(new URL(path, CLIENT)),
      `${path} is out of date: run deno task client`,
    );
  }
  const there = await Array.fromAsync(Deno.readDir(new URL("node/", CLIENT)));
  assert.deepEqual(
    there.map(({ name }) => `node/${name}`).sort(),
    [...made.keys()].filter((path) => path.startsWith("node/")).sort(),
  );
});

Deno.test("the client asks for the very packages that are locked here", async () => {
  const read = async (path: string) =>
    JSON.parse(await Deno.readTextFile(new URL(path, CLIENT)));
  const { imports } = await read("../../deno.json");
  const { dependencies } = await read("package.json");
  for (const [name, version] of Object.entries(dependencies)) {
    assert.equal(imports[name], `npm:${name}@${version}`);
  }
});

Deno.test("the POSTs that the client sends without a key are those that take none", () => {
  const paths = openApiDocument().paths as Record<string, {
    post?: { parameters?: readonly { name: string }[] };
  }>;
  const keyless = Object.entries(paths)
    .filter(([, { post }]) =>
      post &&
      !post.parameters?.some(({ name }) => name === "Idempotency-Key")
    )
    .map(([path]) => path.replace("/api/v1", ""));
  assert.deepEqual(keyless.sort(), [...KEYLESS].sort());
});
