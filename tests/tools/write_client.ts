import { CLIENT, clientFiles } from "./client_files.ts";

/** `deno task client`: writes what of adapters/client is made: its types from the API's document, and its form for Node. */
const files = await clientFiles();
const node = new URL("node/", CLIENT);
// What no source makes any more goes with it.
await Deno.remove(node, { recursive: true }).catch((error) => {
  if (!(error instanceof Deno.errors.NotFound)) throw error;
});
await Deno.mkdir(node);
for (const [path, text] of files) {
  await Deno.writeTextFile(new URL(path, CLIENT), text);
}
