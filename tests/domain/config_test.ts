import assert from "node:assert/strict";
import { parseConfig, type ProcessKind } from "../../src/main/config.ts";
import { secret } from "../../src/main/secret.ts";

Deno.test("with nothing configured the service is embedded, on this machine only", () => {
  assert.deepEqual(parseConfig({}), {
    ok: true,
    value: {
      storage: { kind: "embedded", folder: ".data" },
      redis: null,
      http: { host: "127.0.0.1", port: 8000 },
      work: {
        concurrency: 2,
        attemptsMax: 5,
        tenantJobs: 8,
        rates: {},
        stopAfterMs: 25_000,
      },
      backlog: { tenant: 250_000, all: 1_000_000 },
      operatorToken: null,
      limits: {
        rates: {
          key: { most: 6_000, windowS: 60 },
          tenant: { most: 12_000, windowS: 60 },
          address: { most: 60, windowS: 60 },
        },
        trustedProxies: [],
        expensiveAtOnce: 4,
        bodyMsMax: 30_000,
      },
      sealingKeys: null,
      sessionKey: null,
      outgoingAllow: [],
      mail: null,
      publicUrl: null,
      logLevel: "info",
      model: { kind: "off" },
      embedder: { kind: "hashed" },
      clerk: null,
      receiptBytesMax: 10_000_000,
      files: { kind: "disk", folder: ".data/files" },
      payments: { kind: "off" },
      plansFile: null,
    },
  });
});

Deno.test("a server and a folder at once are refused", () => {
  assert.deepEqual(
    parseConfig({ DATABASE_URL: "postgres://h/d", BALANCE_DATA_DIR: "x" }),
    {
      ok: false,
      failure: [
        "BALANCE_DATA_DIR stands beside DATABASE_URL; set one of the two",
      ],
    },
  );
});

Deno.test("processes that only serve or only work need a server of each kind, and have ports of their own", () => {
  const servers = {
    DATABASE_URL: "postgres://h/d",
    REDIS_URL: "redis://h:6379",
  };
  const port = (kind: ProcessKind) => {
    const read = parseConfig(servers, kind);
    return read.ok ? read.value.http.port : read.failure;
  };
  assert.deepEqual([port("serve"), port("work"), port("both")], [
    8000,
    8001,
    8000,
  ]);
  assert.deepEqual(parseConfig({ DATABASE_URL: "postgres://h/d" }, "work"), {
    ok: false,
    failure: [
      "REDIS_URL is missing: processes that only serve or only work meet there",
    ],
  });
  assert.deepEqual(parseConfig({ REDIS_URL: "redis://h" }), {
    ok: false,
    failure: [
      "REDIS_URL is for several processes, and an embedded service is one; set DATABASE_URL too",
    ],
  });
});

Deno.test("an address that cannot be taken apart is told by its variable, without the address", () => {
  for (
    const wrong of [
      "redis://:s3cr3t@[bad",
      "redis://u:s3cr3t@127.0.0.1:notaport/x",
      "redis://u:s3cr3t@h:99999",
      "redis://u:s3cr%zzt@h",
      "redis://u:s3cr3t/x@h",
      "http://u:s3cr3t@h",
      "redis://",
    ]
  ) {
    const read = parseConfig({
      DATABASE_URL: wrong.replace("redis:", "postgres:"),
      REDIS_URL: wrong,
    });
    const must = (name: string) =>
      `must be a ${name}:// address, with a password in it percent-encoded`;
    assert.deepEqual(read, {
      ok: false,
      failure: [
        `DATABASE_URL ${must("postgres")}`,
        `REDIS_URL ${must("redis")}`,
      ],
    }, wrong);
  }
});

Deno.test("rates name queues and whole jobs a second; anything else is refused", () => {
  const rates = (text: string) => {
    const read = parseConfig({ BALANCE_JOB_RATES: text });
    return read.ok ? read.value.work.rates : read.failure;
  };
  assert.deepEqual(rates("records:process=50, records:ingest=5"), {
    "records:process": { jobs: 50, perMs: 1_000 },
    "records:ingest": { jobs: 5, perMs: 1_000 },
  });
  const wrong = [
    "BALANCE_JOB_RATES must be QUEUE=JOBS_A_SECOND, parted by commas, with queues of records:ingest, records:process, reports:generate, integrations:pull, notifications:deliver, billing:sync",
  ];
  for (
    const text of ["records:process", "records:process=0", "x=5", "=", ","]
  ) {
    assert.deepEqual(
      [rates(text)].flat().slice(0, 1),
      wrong,
      text,
    );
  }
});

Deno.test("a secret shows itself only when asked", () => {
  const hidden = secret("hunter2");
  const printed = [
    String(hidden),
    `${hidden}`,
    JSON.stringify({ hidden }),
    Deno.inspect(hidden),
    Deno.inspect({ deep: [hidden] }),
  ];
  for (const text of printed) assert.doesNotMatch(text, /hunter2/);
  assert.equal(hidden.reveal(), "hunter2");
});

Deno.test("a session key has 32 characters or more, and a public address is an origin", () => {
  const key = "k".repeat(32);
  const read = parseConfig({
    BALANCE_SESSION_KEY: `${key},${"j".repeat(32)};until=2026-12-01T00:00:00Z`,
    BALANCE_PUBLIC_URL: "https://balance.example",
  });
  assert(read.ok);
  assert.equal(read.value.sessionKey?.newest.reveal(), key);
  assert.equal(read.value.sessionKey?.earlier.length, 1);
  assert.equal(read.value.publicUrl, "https://balance.example");
  const address =
    "BALANCE_PUBLIC_URL must be an origin such as https://balance.example, without a path and in lower case";
  for (
    const wrong of [
      "https://balance.example/",
      "https://balance.example/app",
      "https://Balance.example",
      "https://ann:pw@balance.example",
      "ftp://balance.example",
      "balance.example",
    ]
  ) {
    assert.deepEqual(
      parseConfig({ BALANCE_PUBLIC_URL: wrong }),
      { ok: false, failure: [address] },
      wrong,
    );
  }
  assert.deepEqual(parseConfig({ BALANCE_SESSION_KEY: "k".repeat(31) }), {
    ok: false,
    failure: ["BALANCE_SESSION_KEY must have 32 characters or more"],
  });
});
