export interface StripeReply {
  readonly status: number;
  readonly body: object;
}

/** Stripe's errors repeat what was sent: their messages go nowhere. */
export function refusal(
  status: number,
  type: string,
  code: string | null,
  message = "ann@foxglove.example sent something wrong",
): StripeReply {
  return { status, body: { error: { type, ...code && { code }, message } } };
}

export function good(body: object): StripeReply {
  return { status: 200, body };
}

export function missing(param: string): StripeReply {
  const status = param === "id" ? 404 : 400;
  return refusal(status, "invalid_request_error", "resource_missing", param);
}

/** A page of these, which are in the order in which they were made: the latest first. */
export function listed<T extends { readonly id: string }>(
  all: readonly T[],
  { limit = "10", starting_after }: Readonly<Record<string, string>>,
  url: string,
  objectOf: (one: T) => object,
): StripeReply {
  const most = Number(limit);
  if (!(most >= 1 && most <= 100)) {
    return refusal(400, "invalid_request_error", "parameter_invalid_integer");
  }
  const sorted = all.toReversed();
  const at = sorted.findIndex(({ id }) => id === starting_after);
  if (starting_after && at < 0) return missing("starting_after");
  const data = sorted.slice(at + 1, at + 1 + most).map(objectOf);
  const has_more = sorted.length > at + 1 + most;
  return good({ object: "list", data, has_more, url });
}
