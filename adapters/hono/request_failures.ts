import { failures } from "../../src/kernel/failure.ts";

/** What can be wrong with a request before any use case sees it. */
export const requestFailures = failures("request", {
  malformed_json: {
    category: "invalid",
    title: "The body is not well-formed JSON",
  },
  malformed_yaml: {
    category: "invalid",
    title: "The body is not YAML that is read here",
  },
  not_utf8: { category: "invalid", title: "The body is not UTF-8 text" },
  cut_off: {
    category: "invalid",
    title: "The connection ended before the body did",
  },
  too_large: { category: "invalid", title: "The body is too large" },
  too_slow: {
    category: "invalid",
    title: "The body took too long to arrive",
  },
  wrong_content_type: {
    category: "invalid",
    title: "The body must be sent as application/json",
  },
  form_not_taken: {
    category: "invalid",
    title: "Send the file itself as the body, and no form around it",
  },
  wrong_form_type: {
    category: "invalid",
    title: "The form must be sent as application/x-www-form-urlencoded",
  },
  neither_json_nor_yaml: {
    category: "invalid",
    title: "The body must be sent as application/json or application/yaml",
  },
  unknown_route: { category: "missing", title: "There is nothing here" },
  wrong_method: {
    category: "invalid",
    title: "This method is not for this address",
  },
  if_match_not_taken: {
    category: "invalid",
    title: "This operation takes no If-Match and would ignore it",
  },
  invalid: {
    category: "invalid",
    title: "The request has parts that are wrong or missing",
  },
  form_sent_before: {
    category: "conflict",
    title:
      "This form was sent before and is saved as it was then; send it again to add this as well",
  },
  cursor_gone: {
    category: "invalid",
    title: "The list was changed in the meantime; start over",
  },
  cross_site: {
    category: "forbidden",
    title:
      "A request signed in by cookie must come from a page of this service",
  },
  idempotency_key_not_taken: {
    category: "invalid",
    title: "This operation takes no Idempotency-Key: its code is good for once",
  },
  unexpected: {
    category: "unavailable",
    title: "Something went wrong on our side",
  },
  busy: {
    category: "unavailable",
    title: "Too many others change the same thing at once",
  },
  down: {
    category: "unavailable",
    title: "The storage does not answer; nothing was kept",
  },
  identity_down: {
    category: "unavailable",
    title: "The identity provider does not answer",
  },
  operator_only: {
    category: "unauthenticated",
    title: "The operator's token is needed",
  },
  not_alive: {
    category: "unavailable",
    title: "Jobs wait although this process is free to do them",
  },
  not_ready: {
    category: "unavailable",
    title: "The service is not ready for requests",
  },
});

/** What can be wrong with a repeated request. */
export const idempotencyFailures = failures("idempotency", {
  reused: {
    category: "invalid",
    title: "This idempotency key was used for another request",
  },
});
