import { memoryMailer } from "../../adapters/memory/mailer.ts";
import { mailerContract } from "./mailer.ts";

mailerContract("memory", () => {
  const mailer = memoryMailer();
  return Promise.resolve({
    mailer,
    arrived: () =>
      mailer.sent.map((mail) => ({
        to: mail.to,
        message: JSON.stringify(mail),
      })),
    [Symbol.asyncDispose]: () => Promise.resolve(),
  });
});
