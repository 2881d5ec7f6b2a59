import assert from "node:assert/strict";
import type { Mail, Mailer } from "../../ports/mailer.ts";

/** A mailer, and what arrived by it: whole messages, envelope apart. */
export interface MailerSubject extends AsyncDisposable {
  readonly mailer: Mailer;
  arrived(): readonly { readonly to: string; readonly message: string }[];
}

export const MAIL: Mail = {
  id: "ntd_01kx2m6v9dfk3tqz8w5y7r4b1c",
  to: "ann@foxglove.example",
  subject: "Balance: a limit is reached — 90 %",
  text: "90 % of 10.00 are used.\n.\nA line with a dot alone above.\n",
  html: "<p>90 &percnt; of 10.00 are used.</p>\n",
  unsubscribeUrl: null,
};

/** What every mailer promises. */
export function mailerContract(
  name: string,
  open: () => Promise<MailerSubject>,
): void {
  Deno.test(`${name}: a mail arrives whole, at its one address`, async () => {
    await using subject = await open();
    const sent = await subject.mailer.send(MAIL);
    assert.equal(sent.ok, true);
    const [mail, ...more] = subject.arrived();
    assert.deepEqual(more, []);
    assert.equal(mail!.to, MAIL.to);
    for (const part of [MAIL.id, "90 % of 10.00", "a dot alone", "&percnt;"]) {
      assert(mail!.message.includes(part), part);
    }
  });

  Deno.test(`${name}: mails go out side by side, each to its own address`, async () => {
    await using subject = await open();
    const to = Array.from({ length: 5 }, (_, n) => `m${n}@foxglove.example`);
    await Promise.all(
      to.map((one) => subject.mailer.send({ ...MAIL, to: one })),
    );
    assert.deepEqual(subject.arrived().map(({ to }) => to).sort(), to);
  });

  Deno.test(`${name}: what is no single address gets nothing`, async () => {
    await using subject = await open();
    const wrong = [
      "",
      "ann",
      "ann@a.example, bo@b.example",
      "ann@a.example\r\nBcc: bo@b.example",
      "Ann <ann@a.example>",
      "group: ann@a.example;",
    ];
    for (const to of wrong) {
      const sent = await subject.mailer.send({ ...MAIL, to });
      assert.equal(!sent.ok && sent.failure.kind, "mail.refused", to);
    }
    assert.deepEqual(subject.arrived(), []);
  });
}
