import assert from "node:assert/strict";
import {
  nodemailerMailer,
  type NodemailerOptions,
} from "../../adapters/nodemailer/mailer.ts";
import {
  type MailServer,
  mailServer,
  type MailServerOptions,
  readable,
} from "../support/mail_server.ts";
import { MAIL, mailerContract } from "./mailer.ts";

const tlsFile = (name: string) =>
  Deno.readTextFile(new URL(`../support/tls/${name}`, import.meta.url));
const cert = await tlsFile("safe.test.crt");
const key = await tlsFile("safe.test.key");

function mailerTo(
  { port }: MailServer,
  given: Partial<NodemailerOptions> = {},
) {
  return nodemailerMailer({
    host: "127.0.0.1",
    port,
    tls: "off",
    auth: null,
    from: "Balance <balance@service.example>",
    timeoutMs: 5_000,
    ...given,
  });
}

mailerContract("nodemailer", async () => {
  const server = await mailServer();
  return {
    mailer: mailerTo(server),
    arrived: () =>
      server.got.map((mail) => ({
        to: mail.to.join(" "),
        message: readable(mail),
      })),
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
});

/** What sending to such a server comes to. */
async function outcome(
  options: MailServerOptions,
  given: Partial<NodemailerOptions> = {},
) {
  await using server = await mailServer(options);
  const sent = await mailerTo(server, given).send(MAIL);
  return {
    came: sent.ok ? "sent" : sent.failure.kind,
    code: sent.ok ? sent.value.code : sent.failure.facts["code"],
    got: server.got,
  };
}

Deno.test("nodemailer: a refused recipient is refused for good, a greylisted one for now", async () => {
  const refused = await outcome({
    refuse: () => ({ code: 550, text: "5.1.1 no such person" }),
  });
  assert.deepEqual(
    [refused.came, refused.code, refused.got],
    ["mail.refused", 550, []],
  );
  const grey = await outcome({
    refuse: () => ({ code: 451, text: "4.7.1 greylisted, come back" }),
  });
  assert.deepEqual(
    [grey.came, grey.code, grey.got],
    ["mail.unavailable", 451, []],
  );
});

Deno.test("nodemailer: a server that hangs, or is not there, is tried later", async () => {
  const hung = await outcome({ hang: true }, { timeoutMs: 100 });
  assert.deepEqual([hung.came, hung.got], ["mail.unavailable", []]);
  const server = await mailServer();
  await server[Symbol.asyncDispose]();
  const sent = await mailerTo(server).send(MAIL);
  assert.equal(!sent.ok && sent.failure.kind, "mail.unavailable");
});

Deno.test("nodemailer: where TLS is required nothing is sent without it, nor to a stranger's certificate", async () => {
  const plain = await outcome({}, { tls: "required" });
  assert.deepEqual([plain.came, plain.got], ["mail.unavailable", []]);
  const stranger = await outcome({ tls: { key, cert } }, { tls: "required" });
  assert.deepEqual([stranger.came, stranger.got], ["mail.unavailable", []]);
  const known = await outcome({ tls: { key, cert } }, {
    tls: "required",
    ca: cert,
    serverName: "safe.test",
  });
  assert.equal(known.came, "sent");
  assert.equal(known.got[0]!.wasEncrypted, true);
});

Deno.test("nodemailer: a wrong password is no message's fault", async () => {
  const login = { user: "balance", pass: "right" };
  const at = { tls: { key, cert }, login };
  const by = { tls: "required", ca: cert, serverName: "safe.test" } as const;
  const wrong = await outcome(at, {
    ...by,
    auth: { ...login, pass: "wrong" },
  });
  assert.deepEqual([wrong.came, wrong.got], ["mail.unavailable", []]);
  assert.equal((await outcome(at, { ...by, auth: login })).came, "sent");
});

Deno.test("nodemailer: no field adds a header or a recipient, whatever it holds", async () => {
  await using server = await mailServer();
  const sent = await mailerTo(server).send({
    ...MAIL,
    subject: "a\r\nBcc: bo@b.example\r\n\r\nbody",
    unsubscribeUrl: "https://balance.example/u?a=b\r\nX-Made: up",
  });
  assert.equal(sent.ok, true);
  const [mail] = server.got;
  assert.deepEqual(mail!.to, [MAIL.to]);
  const head = mail!.raw.split("\r\n\r\n")[0]!.split("\r\n");
  assert(!head.some((line) => /^(bcc|x-made):/i.test(line)), head.join("\n"));
  const names = head.flatMap((line) => /^([\w-]+):/.exec(line)?.[1] ?? []);
  assert.deepEqual(names.toSorted(), [
    "Auto-Submitted",
    "Content-Type",
    "Date",
    "From",
    "List-Unsubscribe",
    "List-Unsubscribe-Post",
    "MIME-Version",
    "Message-ID",
    "Subject",
    "To",
  ]);
});
