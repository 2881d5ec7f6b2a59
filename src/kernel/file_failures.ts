import { failures } from "./failure.ts";

/** Why a file was not kept. */
export const fileFailures = failures("file", {
  too_large: { category: "invalid", title: "The file is too large" },
});
