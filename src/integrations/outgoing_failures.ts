import { failures } from "../kernel/failure.ts";

/** Why a request to an address that a user gave came to nothing. */
export const outgoingFailures = failures("outgoing", {
  refused: { category: "invalid", title: "The address is not allowed" },
  unreachable: { category: "unavailable", title: "The server did not answer" },
  timed_out: {
    category: "unavailable",
    title: "The server took too long to answer",
  },
  too_large: { category: "invalid", title: "The answer is too large" },
  too_many_redirects: {
    category: "invalid",
    title: "The address redirects too often",
  },
});
