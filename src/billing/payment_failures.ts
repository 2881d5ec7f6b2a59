import { failures } from "../kernel/failure.ts";

/** What a payment provider may answer instead. Facts: `code`, a word of the provider's, and nothing of a customer. */
export const paymentFailures = failures("payments", {
  unavailable: {
    category: "unavailable",
    title: "The payment provider cannot be reached or is busy",
  },
  refused: {
    category: "conflict",
    title: "The payment provider refused this",
  },
  customer_gone: {
    category: "conflict",
    title:
      "The payment provider has this customer no more; begin with a checkout",
  },
  key_reused: {
    category: "conflict",
    title: "This idempotency key was used for another request",
  },
});
