import { invalid, problem } from "./http_client.ts";
import { record, refusesRecords } from "./refuses_records.ts";

refusesRecords([
  [
    "wrong types",
    {
      records: [{
        external_id: 7,
        description: ["x"],
        amount: "12.50",
        occurred_at: 20260101,
        attributes: "none",
        counterparty: {},
        connection_id: 1,
      }],
    },
    invalid(
      { pointer: "/records/0/external_id", detail: "is not text" },
      { pointer: "/records/0/connection_id", detail: "is not text" },
      { pointer: "/records/0/occurred_at", detail: "is not text" },
      { pointer: "/records/0/description", detail: "is not text" },
      { pointer: "/records/0/counterparty", detail: "is not text" },
      { pointer: "/records/0/amount", detail: "is not an object" },
      { pointer: "/records/0/attributes", detail: "is not an object" },
    ),
  ],
  [
    "a list in place of an object",
    [],
    invalid({ pointer: "", detail: "is not an object" }),
  ],
  [
    "missing members",
    { records: [{ amount: {} }] },
    invalid(
      { pointer: "/records/0/external_id", detail: "is missing" },
      { pointer: "/records/0/description", detail: "is missing" },
      { pointer: "/records/0/amount/minor", detail: "is missing" },
      { pointer: "/records/0/amount/currency", detail: "is missing" },
    ),
  ],
  [
    "unknown members, their names escaped",
    { records: [record({ "a/b~c": 1 })], more: 1 },
    invalid(
      { pointer: "/records/0/a~1b~0c", detail: "is not a known member" },
      { pointer: "/more", detail: "is not a known member" },
    ),
  ],
  [
    "no records",
    { records: [] },
    invalid({ pointer: "/records", detail: "has fewer than 1 item" }),
  ],
  [
    "5,001 records",
    {
      records: Array.from(
        { length: 5_001 },
        (_, i) => record({ external_id: `a-${i}` }),
      ),
    },
    invalid({ pointer: "/records", detail: "has more than 5000 items" }),
  ],
  [
    "a list of a million things",
    { records: Array.from({ length: 1_000_000 }, () => 0) },
    invalid({ pointer: "/records", detail: "has more than 10000 items" }),
  ],
  [
    "empty and blank text",
    {
      records: [
        record({ description: "" }),
        record({ external_id: "a-2", description: " \u00a0\t" }),
        record({ external_id: "  " }),
        record({ external_id: "\u200b", description: "\u200b \u3164\u2060" }),
      ],
    },
    invalid(
      { pointer: "/records/0/description", detail: "is blank" },
      { pointer: "/records/1/description", detail: "is blank" },
      { pointer: "/records/2/external_id", detail: "is blank" },
      { pointer: "/records/3/external_id", detail: "is blank" },
      { pointer: "/records/3/description", detail: "is blank" },
    ),
  ],
  [
    "text that is too long",
    {
      records: [record({
        external_id: "x".repeat(201),
        description: "🦦".repeat(1_001),
        counterparty: "x".repeat(301),
        attributes: { ["n".repeat(65)]: 1, note: "x".repeat(501) },
        raw: "x".repeat(64 * 1024),
      })],
    },
    invalid(
      {
        pointer: "/records/0/external_id",
        detail: "has more than 200 characters",
      },
      {
        pointer: "/records/0/description",
        detail: "has more than 1000 characters",
      },
      {
        pointer: "/records/0/counterparty",
        detail: "has more than 300 characters",
      },
      {
        pointer: `/records/0/attributes/${"n".repeat(65)}`,
        detail: "is not a name that fits: it has more than 64 characters",
      },
      {
        pointer: "/records/0/attributes/note",
        detail: "has more than 500 characters",
      },
      {
        pointer: "/records/0/raw",
        detail: "is larger than 65536 bytes as JSON",
      },
    ),
  ],
  [
    "absurd dates",
    {
      records: [
        "yesterday",
        "2026-02-30",
        "2026-01-01T25:00:00Z",
        "1066-10-14",
        "9999-12-31",
        "2026-01-01T10:00:00",
      ].map((occurred_at, i) => record({ external_id: `a-${i}`, occurred_at })),
    },
    invalid(
      {
        pointer: "/records/0/occurred_at",
        detail: "is not an RFC 3339 date or date-time",
      },
      {
        pointer: "/records/1/occurred_at",
        detail: "is not a day of the calendar",
      },
      {
        pointer: "/records/2/occurred_at",
        detail: "is not a time of the day",
      },
      {
        pointer: "/records/3/occurred_at",
        detail: "has a year outside 1900 to 2199",
      },
      {
        pointer: "/records/4/occurred_at",
        detail: "has a year outside 1900 to 2199",
      },
      {
        pointer: "/records/5/occurred_at",
        detail: "is not an RFC 3339 date or date-time",
      },
    ),
  ],
  [
    "an amount beyond 2^53 as a number",
    '{"records":[{"external_id":"a","description":"b","amount":{"minor":9007199254740993,"currency":"GBP"}}]}',
    invalid({
      pointer: "/records/0/amount/minor",
      detail: "is beyond 2^53 and was rounded by JSON; send it as a string",
    }),
  ],
  [
    "amounts that are none, and an unknown currency",
    {
      records: [
        record({ amount: { minor: 12.5, currency: "GBP" } }),
        record({ amount: { minor: "12.5", currency: "gbp" } }),
        record({ amount: { minor: "9223372036854775808", currency: "XYZ" } }),
      ],
    },
    invalid(
      {
        pointer: "/records/0/amount/minor",
        detail: "is not a whole number of minor units",
      },
      {
        pointer: "/records/1/amount/minor",
        detail: "is not a whole number of minor units of up to 19 digits",
      },
      {
        pointer: "/records/1/amount/currency",
        detail: "is not an ISO 4217 currency code",
      },
      {
        pointer: "/records/2/amount/minor",
        detail: "is larger than 64 bits hold",
      },
      {
        pointer: "/records/2/amount/currency",
        detail: "is not an ISO 4217 currency code",
      },
    ),
  ],
  [
    "duplicate ids in one request",
    { records: [record(), record({ external_id: "a-2" }), record()] },
    problem(
      "record.duplicate_ids",
      422,
      "An external id is used twice in one request",
      {
        errors: [{
          pointer: "/records/2/external_id",
          detail: "is the external_id of /records/0 too",
        }],
      },
    ),
  ],
]);
