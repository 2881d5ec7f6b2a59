import assert from "node:assert/strict";
import { balance } from "../../adapters/client/balance.ts";
import { runCommand, startService } from "../support/service_process.ts";
import { freshFolder } from "../support/databases.ts";

Deno.test("a link from the terminal signs a browser in, across restarts, by a key that the folder keeps to itself", async () => {
  const folder = await freshFolder();
  const env = { BALANCE_DATA_DIR: folder };
  const made = await runCommand(
    [
      "src/main/create_tenant.ts",
      "--name",
      "Acme",
      "--email",
      "a@acme.example",
    ],
    env,
  );
  const tenant = /ten_\w+/.exec(made.stdout)![0];
  const ask = (email: string) =>
    runCommand(
      ["src/main/sign_in.ts", "--tenant", tenant, "--email", email],
      { ...env, BALANCE_PORT: "8123" },
    );
  const nobody = await ask("b@acme.example");
  assert.deepEqual([nobody.code, nobody.stderr], [1, "No such member\n"]);
  const { stdout } = await ask("A@acme.example");
  const code = /^link +http:\/\/localhost:8123\/sign-in#(\S+)$/m.exec(
    stdout,
  )![1]!;
  const key = `${folder}/session.key`;
  assert.equal((await Deno.stat(key)).mode! & 0o777, 0o600);
  assert.match(await Deno.readTextFile(key), /^[0-9a-f]{64}\n$/);

  const first = await startService(env);
  const browser = ({ address }: typeof first) => balance({ baseUrl: address });
  const started = await browser(first).request("post", "/session", {
    body: { code },
  });
  assert.equal(started.status, 201);
  const cookie = started.headers.get("set-cookie")!.split(";")[0]!;
  assert.match(cookie, /^balance_session=/);
  assert.equal(await first.stop(), 0);
  const told = first.output();
  const token = cookie.slice("balance_session=".length);
  for (const secret of [code, token, (await Deno.readTextFile(key)).trim()]) {
    assert(!told.includes(secret));
  }
  const second = await startService(env);
  const shown = await browser(second).get("/session", { headers: { cookie } });
  assert.equal(shown.actor.id, started.body.member.id);
  assert.equal(await second.stop(), 0);

  await Deno.chmod(key, 0o640);
  const open = await runCommand(["src/main/start.ts"], env);
  assert.deepEqual(
    [open.code, open.stderr],
    [1, `${key} may be read by others; run: chmod 600 ${key}\n`],
  );
  await Deno.chmod(key, 0o600);
  await Deno.writeTextFile(key, "short\n");
  const spoiled = await runCommand(["src/main/start.ts"], env);
  assert.deepEqual(
    [spoiled.code, spoiled.stderr],
    [
      1,
      `${key} holds no key; delete it, and everybody signs in anew\n`,
    ],
  );
  await Deno.remove(folder, { recursive: true });
});
