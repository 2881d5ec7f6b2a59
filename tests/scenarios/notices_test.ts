import assert from "node:assert/strict";
import { apiOf } from "../support/api_of.ts";
import { hookServer } from "../support/hook_server.ts";
import { mailServer, readable } from "../support/mail_server.ts";
import { makeTenant, startService } from "../support/service_process.ts";
import { freshFolder } from "../support/databases.ts";

/** Looks every so often, until it is so. */
async function until(isSo: () => boolean, what: string): Promise<void> {
  for (let n = 0; n < 600; n++) {
    if (isSo()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  assert.fail(what);
}

Deno.test("notices: a service that is killed in the middle of an attempt makes it again under its id, and mails with the permissions of its task", async () => {
  const folder = await freshFolder();
  await using hooks = hookServer();
  await using mails = await mailServer();
  const env = {
    BALANCE_DATA_DIR: folder,
    BALANCE_OUTGOING_ALLOW: hooks.allow
      .map(({ host, port }) => `${host}:${port}`).join(","),
    BALANCE_SMTP_URL: `smtp://127.0.0.1:${mails.port}?tls=off`,
    BALANCE_MAIL_FROM: "Balance <balance@service.example>",
    BALANCE_PUBLIC_URL: "https://balance.example",
  };
  const secret = await makeTenant(env);
  const first = await startService(env);
  const api = apiOf(first, secret);
  const hanging = Promise.withResolvers<Response>();
  hooks.answer(() => hanging.promise);
  try {
    const { id } = await api.post("/notifications/endpoints", {
      body: { url: hooks.url },
    });
    await api.post("/notifications/endpoints/{id}/test", { path: { id } });
    await until(() => hooks.got.length === 1, "no attempt was made");
  } finally {
    await first.kill();
    hanging.resolve(new Response());
  }
  // The receiver wants no more: the endpoint is disabled, of which its owner hears by e-mail.
  hooks.answer(() => new Response(null, { status: 410 }));
  const second = await startService(env);
  try {
    await until(() => mails.got.length === 1, second.output());
  } finally {
    await second.stop();
  }
  assert.equal(hooks.got.length, 2);
  assert.equal(hooks.got[1]!.id, hooks.got[0]!.id);
  assert.equal(hooks.got[1]!.body, hooks.got[0]!.body);
  const [mail] = mails.got;
  assert.deepEqual(mail!.to, ["a@acme.example"]);
  assert.match(readable(mail!), /answered that it is gone/);
  await Deno.remove(folder, { recursive: true });
});
