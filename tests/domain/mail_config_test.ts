import assert from "node:assert/strict";
import { parseConfig } from "../../src/main/config.ts";

const FROM = "Balance <balance@company.example>";

/** What a mail server's address is read as, or why not. */
function read(url: string, from: string | undefined = FROM) {
  const config = parseConfig({
    BALANCE_SMTP_URL: url,
    BALANCE_MAIL_FROM: from,
  });
  if (!config.ok) return config.failure;
  const { password, ...mail } = config.value.mail!;
  return { ...mail, password: password?.reveal() ?? null };
}

Deno.test("a mail server is read from its address; TLS is taken unless it is said otherwise", () => {
  const none = { user: null, password: null, from: FROM };
  assert.deepEqual(read("smtps://mail.example"), {
    ...none,
    host: "mail.example",
    port: 465,
    tls: "implicit",
  });
  assert.deepEqual(read("smtp://ann%40x:p%2Fw@mail.example:2525"), {
    host: "mail.example",
    port: 2525,
    tls: "required",
    user: "ann@x",
    password: "p/w",
    from: FROM,
  });
  assert.deepEqual(read("smtp://[::1]?tls=off"), {
    ...none,
    host: "::1",
    port: 587,
    tls: "off",
  });
});

Deno.test("an address of a mail server that says something else is refused, and not repeated", () => {
  for (
    const url of [
      "http://mail.example",
      "smtp:",
      "mail.example:587",
      "smtps://mail.example?tls=off",
      "smtp://mail.example?tls=maybe",
      "smtp://mail.example?logger=true",
      "smtp://mail.example/path",
      "smtp://hunter2:%zz@mail.example",
      "smtp://hunter2:%ff@mail.example",
    ]
  ) {
    const problems = read(url);
    assert(Array.isArray(problems), url);
    assert.match(problems[0]!, /^BALANCE_SMTP_URL must be smtps:/, url);
    assert(!problems.join().includes("hunter2"));
  }
});

Deno.test("a sender is one address, and stands with a server or not at all", () => {
  for (
    const from of ["", "Balance", "a@b.example, c@d.example", "a@b\r\nBcc: c@d"]
  ) {
    assert(Array.isArray(read("smtps://mail.example", from)), from);
  }
  assert(
    Array.isArray(parseConfig({ BALANCE_MAIL_FROM: FROM }).ok ? null : []),
  );
});

Deno.test("a mail server's password does not print", () => {
  const config = parseConfig({
    BALANCE_SMTP_URL: "smtps://ann:hunter2@mail.example",
    BALANCE_MAIL_FROM: FROM,
  });
  assert(config.ok);
  for (
    const text of [JSON.stringify(config), Deno.inspect(config, { depth: 9 })]
  ) {
    assert(!text.includes("hunter2"));
  }
});
