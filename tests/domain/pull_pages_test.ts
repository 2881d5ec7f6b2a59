import assert from "node:assert/strict";
import { MANIFESTS } from "../../src/integrations/manifests/manifests.ts";
import { notAhead } from "../../src/integrations/pull/advance.ts";
import { nextLink } from "../../src/integrations/pull/next_link.ts";
import { pageAddress } from "../../src/integrations/pull/page_request.ts";
import { readPage } from "../../src/integrations/pull/read_page.ts";
import {
  type PullSettings,
  pullSettingsSchema,
} from "../../src/integrations/pull_settings.ts";
import type { PullPosition } from "../../src/integrations/pull_state.ts";

function manifest(given: Record<string, unknown> = {}): PullSettings {
  return pullSettingsSchema.parse({
    auth: { kind: "bearer" },
    list: { url: "https://api.example/v1/list?a=1", items: "/data", id: "/id" },
    paging: { style: "none" },
    ...given,
  });
}

function answer(body: unknown, headers = {}, status = 200) {
  return {
    status,
    headers,
    body: new TextEncoder().encode(
      typeof body === "string" ? body : JSON.stringify(body),
    ),
    url: "https://api.example/v1/list",
  };
}

const AT = (cursor: string): PullPosition => ({
  cursor,
  pages: 1,
  staleInRow: 0,
  page: "",
  seen: [],
  latest: null,
});

Deno.test("the address of a page has the manifest's query, the cursor, and since when", () => {
  const address = (given: Record<string, unknown>, state: unknown) =>
    pageAddress(manifest(given), {
      position: null,
      watermark: null,
      ...state as object,
    });
  assert.equal(address({}, {}), "https://api.example/v1/list?a=1");
  const cursor = { paging: { style: "cursor", parameter: "c", next: "/n" } };
  assert.equal(
    address(cursor, { position: AT("a&b=c#d") }),
    "https://api.example/v1/list?a=1&c=a%26b%3Dc%23d",
  );
  assert.equal(
    address({ paging: { style: "page", parameter: "p" } }, {}),
    "https://api.example/v1/list?a=1&p=1",
  );
  const since = (format: string, watermark: string) =>
    address(
      { since: { parameter: "s", pointer: "/t", format, overlap_s: 60 } },
      { watermark },
    ).replace(/.*&s=/, "");
  assert.equal(since("unix", "1767225600"), "1767225540");
  assert.equal(
    decodeURIComponent(since("rfc3339", "2026-01-01T00:00:00+01:00")),
    "2025-12-31T22:59:00.000Z",
  );
  assert.equal(since("date", "2026-01-01"), "2025-12-31");
  assert.equal(
    address({ paging: { style: "link" } }, {
      position: AT("https://api.example/v1/list?page=2"),
    }),
    "https://api.example/v1/list?page=2",
  );
});

Deno.test("a page is read as its manifest says, and its next one is found", () => {
  const read = (
    given: Record<string, unknown>,
    body: unknown,
    headers = {},
  ) => {
    const page = readPage(manifest(given), answer(body, headers), 0);
    return page.ok
      ? [page.value.items.map(({ id }) => id), page.value.next]
      : page.failure.detail;
  };
  const items = [{ id: "a" }, { id: 7 }];
  assert.deepEqual(read({}, { data: items }), [["a", "7"], null]);
  const list = { url: "https://api.example/", items: "", id: "/x~1y/0" };
  assert.deepEqual(read({ list }, [{ "x/y": ["deep"] }]), [["deep"], null]);
  const cursor = {
    paging: { style: "cursor", parameter: "c", next: "/meta/next" },
  };
  assert.deepEqual(read(cursor, { data: items, meta: { next: "n" } }), [[
    "a",
    "7",
  ], "n"]);
  assert.deepEqual(read(cursor, { data: items, meta: { next: "" } }), [[
    "a",
    "7",
  ], null]);
  assert.deepEqual(read(cursor, { data: items }), [["a", "7"], null]);
  const lastId = {
    paging: { style: "last_id", parameter: "after", has_more: "/more" },
  };
  assert.deepEqual(read(lastId, { data: items, more: true }), [
    ["a", "7"],
    "7",
  ]);
  assert.deepEqual(read(lastId, { data: items, more: false }), [
    ["a", "7"],
    null,
  ]);
  assert.deepEqual(read(lastId, { data: [], more: true }), [[], null]);
  const page = { paging: { style: "page", parameter: "p" } };
  assert.deepEqual(read(page, { data: items }), [["a", "7"], "2"]);
  assert.deepEqual(read(page, { data: [] }), [[], null]);
  const url = { paging: { style: "url", next: "/links/next" } };
  assert.deepEqual(
    read(url, { data: items, links: { next: "?from=7" } }),
    [["a", "7"], "https://api.example/v1/list?from=7"],
  );
  assert.deepEqual(
    read(url, { data: items, links: { next: null } }),
    [["a", "7"], null],
  );
  assert.deepEqual(
    read(url, { data: items, links: { next: "https://elsewhere.example" } }),
    "a next page elsewhere",
  );
  const link = { paging: { style: "link" } };
  assert.deepEqual(
    read(link, { data: items }, { link: '<?page=2>; rel="next"' }),
    [["a", "7"], "https://api.example/v1/list?page=2"],
  );
  for (
    const [body, detail] of [
      [{ data: {} }, "no list of items"],
      [{ data: [{}] }, "an item without an id"],
      [{ data: [{ id: null }] }, "an item without an id"],
      [{ data: [{ id: "x".repeat(201) }] }, "an item without an id"],
      [{ data: [{ id: 1.5 }] }, "an item without an id"],
      ["[1", "not JSON"],
      ["\ud800", "no list of items"],
      ['{"data":[{"id":"a","__proto__":1}]}', "not JSON"],
    ] as const
  ) {
    const told = read({}, body);
    if (body === "\ud800") assert.equal(told, "not JSON");
    else assert.equal(told, detail);
  }
});

Deno.test("each status has its cause, and seconds to wait are read", () => {
  const cause = (status: number, headers = {}) => {
    const page = readPage(manifest(), answer("", headers, status), 0);
    return page.ok ? "ok" : [page.failure.cause, page.failure.retryAfterMs];
  };
  assert.deepEqual(cause(429, { "retry-after": "3" }), ["rate_limited", 3_000]);
  assert.deepEqual(
    cause(503, { "retry-after": "Fri, 31 Dec 2027 23:59:59 GMT" }),
    ["server_error", undefined],
  );
  assert.deepEqual(
    [401, 403, 408, 400, 404, 302, 204, 500].map((status) => cause(status)[0]),
    [
      "unauthorised",
      "unauthorised",
      "server_error",
      "rejected",
      "rejected",
      "rejected",
      "unreadable",
      "server_error",
    ],
  );
});

Deno.test("the latest time of a page is of the manifest's form, or there is none", () => {
  const latest = (format: string, times: readonly unknown[]) => {
    const given = { since: { parameter: "s", pointer: "/t", format } };
    const page = readPage(
      manifest(given),
      answer({ data: times.map((t, i) => ({ id: String(i), t })) }),
      0,
    );
    return page.ok && page.value.latest;
  };
  assert.equal(latest("unix", [3, 12, "9", null, "x"]), "12");
  assert.equal(
    latest("rfc3339", [
      "2026-01-01T00:00:00+02:00",
      "2025-12-31T23:00:00Z",
      "tomorrow",
    ]),
    "2025-12-31T23:00:00Z",
  );
  assert.equal(latest("date", [null, 5]), null);
});

Deno.test("a link to another origin is no next page", () => {
  const base = "https://api.example/v1/list?x=1";
  const next = (header: string) => nextLink(header, base);
  assert.equal(
    next('</a>; rel="prev", </b>; rel="next last"'),
    "https://api.example/b",
  );
  assert.equal(
    next('<https://api.example/c>; title="a, b"; rel=next'),
    "https://api.example/c",
  );
  for (
    const other of [
      "https://evil.example/",
      "http://api.example/c",
      "https://api.example:8443/",
      "//evil.example/",
    ]
  ) {
    assert.equal(next(`<${other}>; rel=next`), undefined, other);
  }
  assert.equal(next(""), null);
  assert.equal(next("<x>; rel=nextish"), null);
});

Deno.test("a time that lies ahead moves no watermark beyond today", () => {
  const now = "2026-01-02T03:04:05.000Z";
  const told = (format: string, time: string | null) =>
    notAhead(
      time,
      now,
      manifest({ since: { parameter: "s", pointer: "/t", format } }),
    );
  assert.equal(
    told("rfc3339", "2026-01-02T04:00:00+01:00"),
    "2026-01-02T04:00:00+01:00",
  );
  assert.equal(told("rfc3339", "2199-01-01T00:00:00Z"), now);
  assert.equal(told("unix", "99999999999"), "1767323045");
  assert.equal(told("date", "2026-01-03"), "2026-01-02");
  assert.equal(told("date", null), null);
});

Deno.test("the manifests that are ready are whole", () => {
  for (const one of MANIFESTS) {
    assert.deepEqual(pullSettingsSchema.parse(one.settings), one.settings);
  }
});
