import { failures } from "../kernel/failure.ts";

export const hookFailures = failures("hook", {
  missing: { category: "missing", title: "There is no such webhook" },
  unsigned: {
    category: "unauthenticated",
    title: "The webhook has no signature, or no id, of the agreed form",
  },
  wrong_signature: {
    category: "unauthenticated",
    title: "The signature is not one of the agreed secret's",
  },
  out_of_time: {
    category: "unauthenticated",
    title: "The signed time is too early or too late",
  },
  not_json: {
    category: "invalid",
    title: "The webhook's body is not JSON that can be kept",
  },
});
