import assert from "node:assert/strict";
import { runCommand, startService } from "../support/service_process.ts";
import { freshFolder } from "../support/databases.ts";

Deno.test("where the port is taken, the service says so in one line, closes its storage and ends with 1", async () => {
  const folder = await freshFolder();
  const taken = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const { port } = taken.addr;
  const env = { BALANCE_DATA_DIR: folder };
  const refused = await runCommand(["src/main/start.ts"], {
    ...env,
    BALANCE_HOST: "127.0.0.1",
    BALANCE_PORT: String(port),
  });
  taken.close();
  assert.equal(refused.code, 1);
  assert.match(
    refused.stderr,
    new RegExp(`^cannot listen on 127\\.0\\.0\\.1:${port}: .*in use.*\\n$`),
  );
  assert(!refused.stdout.includes("listening"), refused.stdout);
  // The folder was given back: the next start opens it.
  const service = await startService(env);
  assert.equal(await service.stop(), 0);
  await Deno.remove(folder, { recursive: true });
});
