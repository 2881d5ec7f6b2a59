import assert from "node:assert/strict";

const ROOT = new URL("../../", import.meta.url);
const NO_URLS = { DATABASE_URL: "", REDIS_URL: "", DURABLE_DATABASE_URL: "" };
const PORTS = {
  BALANCE_PG_PORT: "1111",
  BALANCE_DURABLE_PG_PORT: "2222",
  BALANCE_REDIS_PORT: "3333",
};

interface Outcome {
  readonly code: number;
  readonly lines: readonly string[];
  readonly errors: string;
}

/** Runs a command on a machine where `programs`, by name, are these shell lines instead of what is installed. */
async function onMachine(
  programs: Readonly<Record<string, string>>,
  command: readonly [string, ...string[]],
  env: Readonly<Record<string, string>>,
): Promise<Outcome> {
  const bin = await Deno.makeTempDir();
  try {
    for (const [name, lines] of Object.entries(programs)) {
      await Deno.writeTextFile(`${bin}/${name}`, `#!/bin/sh\n${lines}\n`, {
        mode: 0o755,
      });
    }
    const [program, ...args] = command;
    const { code, stdout, stderr } = await new Deno.Command(program, {
      args,
      cwd: ROOT,
      env: { ...env, PATH: `${bin}:${Deno.env.get("PATH")}` },
    }).output();
    const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
    return {
      code,
      lines: text(stdout).trim().split("\n"),
      errors: text(stderr),
    };
  } finally {
    await Deno.remove(bin, { recursive: true });
  }
}

const BARE = { docker: "exit 1", id: "echo 1000" };
const services = (...args: string[]): [string, ...string[]] => [
  "bash",
  "tests/tools/services.sh",
  ...args,
];

Deno.test("services.sh takes what is given and starts nothing", async () => {
  const given = {
    DATABASE_URL: "postgres://a/b",
    REDIS_URL: "redis://c",
    DURABLE_DATABASE_URL: "postgres://d/e",
  };
  assert.deepEqual(
    await onMachine(BARE, services("up", "--durable"), given),
    {
      code: 0,
      lines: Object.entries(given).map(([key, url]) => `${key}=${url}`),
      errors: "",
    },
  );
});

Deno.test("services.sh asks a Docker engine for just what is missing", async () => {
  const { code, lines, errors } = await onMachine(
    { ...BARE, docker: 'echo "docker $*"' },
    services("up"),
    { ...NO_URLS, ...PORTS, DATABASE_URL: "postgres://a/b" },
  );
  assert.deepEqual([code, lines], [0, [
    "DATABASE_URL=postgres://a/b",
    "REDIS_URL=redis://127.0.0.1:3333",
  ]]);
  assert.match(
    errors,
    /^docker compose --project-name balance-services --file \S+\/compose\.yaml --profile tests --profile bench up --detach --wait test-redis\n$/,
  );
  const both = await onMachine(
    { ...BARE, docker: 'echo "docker $*"' },
    services("up", "--durable"),
    { ...NO_URLS, ...PORTS },
  );
  assert.deepEqual(both.lines, [
    "DATABASE_URL=postgres://postgres@127.0.0.1:1111/postgres",
    "REDIS_URL=redis://127.0.0.1:3333",
    "DURABLE_DATABASE_URL=postgres://postgres@127.0.0.1:2222/postgres",
  ]);
  assert.match(
    both.errors,
    /--wait test-postgres test-redis bench-postgres\n$/,
  );
});

Deno.test("services.sh says what to do where nothing can be started", async () => {
  assert.deepEqual(await onMachine(BARE, services("up"), NO_URLS), {
    code: 3,
    lines: [""],
    errors: "services: no Docker engine, and not root\n" +
      "services: Give DATABASE_URL and REDIS_URL, or start a Docker engine, or run as root on Debian or Ubuntu.\n",
  });
});

Deno.test("services.sh makes its folder as root only, and says so", async () => {
  assert.deepEqual(await onMachine(BARE, services("folder"), NO_URLS), {
    code: 3,
    lines: [""],
    errors: "services: the folder can be made by root only\n" +
      "services: Give DATABASE_URL and REDIS_URL, or start a Docker engine, or run as root on Debian or Ubuntu.\n",
  });
});

Deno.test("services.sh takes the browser that is given, else the one that is installed", async () => {
  const browser = services("browser");
  const given = { BALANCE_BROWSER: "/opt/browser" };
  const told = (path: string) => ({
    code: 0,
    lines: [`BALANCE_BROWSER=${path}`],
    errors: "",
  });
  assert.deepEqual(await onMachine(BARE, browser, given), told("/opt/browser"));
  const installed = await onMachine(
    { ...BARE, chromium: "" },
    browser,
    { BALANCE_BROWSER: "" },
  );
  assert.match(installed.lines[0]!, /^BALANCE_BROWSER=\/.+\/chromium$/);
});

Deno.test("services.sh fetches a browser as root only, and says so", async () => {
  // A machine where no chromium is found, whatever is installed here.
  const shell = `PATH=$(printf %s "$PATH" | cut -d: -f1); export PATH
exec /bin/bash tests/tools/services.sh browser`;
  const none = await onMachine(
    { ...BARE, dirname: 'exec /usr/bin/dirname "$@"' },
    ["/bin/sh", "-c", shell],
    { BALANCE_BROWSER: "" },
  );
  assert.deepEqual(none, {
    code: 3,
    lines: [""],
    errors: "services: no chromium, and not root\n" +
      "services: Give BALANCE_BROWSER, or install chromium, or run as root on Debian or Ubuntu.\n",
  });
});

Deno.test("what cannot run is counted as skipped, and in CI that fails", async () => {
  const run: [string, ...string[]] = [
    Deno.execPath(),
    ..."run -q -P=tests tests/run.ts tests/tools/test_counts_test.ts tests/contract/services_redis_test.ts"
      .split(" "),
  ];
  const here = await onMachine(BARE, run, { ...NO_URLS, CI: "" });
  assert.equal(here.code, 0, here.errors);
  assert.equal(here.lines.at(-1), "2 passed, 0 failed, 1 skipped");
  assert(here.lines.includes("tests/contract/services_redis_test.ts"));
  const ci = await onMachine(BARE, run, { ...NO_URLS, CI: "true" });
  assert.equal(ci.code, 1);
  assert.equal(ci.lines.at(-1), "2 passed, 0 failed, 1 skipped");
  assert(ci.lines.includes("In CI a skipped test is a failure."));
});
