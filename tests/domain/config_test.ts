import assert from "node:assert/strict";
import { parseConfig } from "../../src/main/config.ts";
import { secret } from "../../src/main/secret.ts";

Deno.test("with nothing configured the service is embedded, on this machine only", () => {
  assert.deepEqual(parseConfig({}), {
    ok: true,
    value: {
      storage: { kind: "embedded", folder: ".data" },
      http: { host: "127.0.0.1", port: 8000 },
      work: { concurrency: 2, attemptsMax: 5 },
      logLevel: "info",
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
