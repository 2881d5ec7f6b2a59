import { failures } from "../kernel/failure.ts";

/** Facts: `code`, what the mail server answered, where it did. */
export const mailFailures = failures("mail", {
  refused: {
    category: "conflict",
    title: "The mail server will not take this message",
  },
  unavailable: {
    category: "unavailable",
    title: "The mail server does not take messages now",
  },
});
