import { failures } from "../kernel/failure.ts";

/** Why the log cannot be read on. */
export const logFailures = failures("events", {
  ahead: {
    category: "invalid",
    title: "The log does not reach that far: it is not the log you read before",
  },
});
