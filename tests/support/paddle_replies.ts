import type { PaddleCall } from "./paddle_routes.ts";

export interface PaddleReply {
  readonly status: number;
  readonly body: object;
}

/** Paddle's errors may tell of customers: their details go nowhere. */
export function refusal(
  status: number,
  code: string,
  detail = "ann@foxglove.example sent something wrong",
): PaddleReply {
  return {
    status,
    body: {
      error: {
        type: status >= 500 || status === 429 ? "api_error" : "request_error",
        code,
        detail,
        documentation_url: `https://developer.paddle.com/errors/${code}`,
      },
      meta: { request_id: "req_1" },
    },
  };
}

/** A page of these, which are in the order in which they were made; the latest first, unless it is asked otherwise. */
export function listed<T extends { readonly id: string }>(
  all: readonly T[],
  { path, query }: PaddleCall,
  most: number,
  objectOf: (one: T) => object,
): PaddleReply {
  const { order_by = "id[DESC]", per_page = "50", after } = query;
  const perPage = Math.min(Number(per_page), most);
  if (!(perPage >= 1) || !/^id\[(ASC|DESC)\]$/.test(order_by)) {
    return refusal(400, "invalid_field");
  }
  const sorted = order_by === "id[ASC]" ? all : all.toReversed();
  const from = sorted.findIndex(({ id }) => id === after) + 1;
  if (after !== undefined && from === 0) return refusal(400, "invalid_field");
  const page = sorted.slice(from, from + perPage);
  const last = page.at(-1)?.id ?? after ?? "";
  const next = new URLSearchParams({ ...query, after: last });
  return {
    status: 200,
    body: {
      data: page.map(objectOf),
      meta: {
        request_id: "req_1",
        pagination: {
          per_page: perPage,
          // In full, and of Paddle's own address, wherever it was asked.
          next: `https://api.paddle.com${path}?${next}`,
          has_more: sorted.length > from + perPage,
          estimated_total: sorted.length,
        },
      },
    },
  };
}
