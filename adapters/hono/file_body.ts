import type { Failure } from "../../src/kernel/failure.ts";
import { requestFailures } from "./request_failures.ts";

/** How the document tells of a file: whatever type it says it is, but no form. */
export const FILE_BODY = {
  required: true,
  content: {
    "application/octet-stream": {
      schema: { type: "string", format: "binary" },
    },
  },
} as const;

/** What can be wrong with it before it is read. */
export const FILE_FAILURES: readonly Failure[] = [
  requestFailures.too_large(),
  requestFailures.too_slow(),
  requestFailures.form_not_taken(),
];
