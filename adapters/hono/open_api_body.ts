import type { Failure } from "../../src/kernel/failure.ts";
import { requestFailures } from "./request_failures.ts";
import type { Route } from "./route.ts";

/** The body of an operation, as the document tells it. */
export function bodyOf({ schema, example, yaml }: NonNullable<Route["body"]>) {
  return {
    required: true,
    content: {
      "application/json": { schema, example },
      ...yaml && { "application/yaml": { schema } },
    },
  };
}

/** A body that is a file. */
export function uploadBodyOf({ contentTypes }: NonNullable<Route["upload"]>) {
  return {
    required: true,
    content: Object.fromEntries(
      contentTypes.map((type) => [type, {
        schema: { type: "string" as const, format: "binary" },
      }]),
    ),
  };
}

/** What can be wrong with it while it arrives. */
export const UPLOAD_FAILURES: readonly Failure[] = [
  requestFailures.too_large(),
  requestFailures.too_slow(),
  requestFailures.cut_off(),
  requestFailures.form_not_taken(),
];

/** What can be wrong with a body before its schema sees it. */
export function bodyFailures(
  body: NonNullable<Route["body"]>,
): readonly Failure[] {
  return [
    requestFailures.malformed_json(),
    requestFailures.not_utf8(),
    requestFailures.too_large(),
    requestFailures.too_slow(),
    ...body.yaml
      ? [
        requestFailures.malformed_yaml(),
        requestFailures.neither_json_nor_yaml(),
      ]
      : [requestFailures.wrong_content_type()],
  ];
}
