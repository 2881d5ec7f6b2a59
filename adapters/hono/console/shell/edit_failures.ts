import { failures } from "../../../../src/kernel/failure.ts";

/** What can be wrong with a form that changes what is there. */
export const editFailures = failures("edit", {
  both: {
    category: "conflict",
    title: "Somebody else changed this while you were writing",
  },
});
