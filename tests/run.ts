import { sourceFiles } from "./tools/import_graph.ts";
import {
  type Counts,
  formatCounts,
  NONE,
  plus,
  readCounts,
} from "./tools/test_counts.ts";
import { chooseTests, sortTestFiles } from "./tools/test_files.ts";

/** `deno task test [PATH …] [WORDS]`: all stages, or of each the tests that PATH and WORDS name. */
const ROOT = new URL("../", import.meta.url);
const IN_CI = Boolean(Deno.env.get("CI"));
const CHECKS = [["install", "--frozen"], ["fmt", "--check"], ["lint"], [
  "check",
]];

type Env = Readonly<Record<string, string>>;

const isWhole = Deno.args.length === 0;
/** All types are checked once, where all tests run. */
const FLAGS = ["-P=tests", ...isWhole ? ["--no-check"] : []];

const choice = chooseTests(await sourceFiles(ROOT, ["tests"]), Deno.args);
const files = sortTestFiles(choice.files);

// A browser may have to be fetched: that goes on beside the first stages.
const browser = files.browser.length > 0 ? services("browser") : null;
let total = NONE;
const add = (counts: Counts) => total = plus(total, counts);
add(
  await inOneIsolate("In memory, no permission", files.inMemory, [
    "--no-prompt",
  ]),
);
if (isWhole) add(await check());
add(await test("Fences and tools", files.fences, FLAGS));
add(await inOneIsolate("HTTP on memory", files.http, ["-P=tests"]));
add(
  await test("Embedded", files.embedded, [...FLAGS, "--parallel"], {
    // Each starts processes of its own: more at once would only wait for each other.
    DENO_JOBS: "2",
  }),
);
add(await testInBrowser());
add(await testWithServices());

const skipFails = IN_CI && total.skipped > 0;
if (skipFails) console.log("\nIn CI a skipped test is a failure.");
console.log(`\n${formatCounts(total)}`);
const nothingRan = total.passed === 0;
Deno.exit(nothingRan || total.failed > 0 || skipFails ? 1 : 0);

/** In one isolate: to load the same modules for each file would take longer than the tests. */
async function inOneIsolate(
  title: string,
  wanted: readonly string[],
  flags: readonly string[],
  env: Env = {},
): Promise<Counts> {
  if (wanted.length === 0) return NONE;
  const together = new URL("tests/.together_test.ts", ROOT);
  const imports = wanted.map((file) => `import "../${file}";\n`);
  await Deno.writeTextFile(together, imports.join(""));
  try {
    return await test(
      title,
      [together.pathname],
      [...flags, "--no-check"],
      env,
    );
  } finally {
    await Deno.remove(together);
  }
}

async function test(
  title: string,
  wanted: readonly string[],
  flags: readonly string[],
  env: Env = {},
): Promise<Counts> {
  if (wanted.length === 0) return NONE;
  heading(title);
  const filter = choice.words ? ["--filter", choice.words] : [];
  const strict = ["-q", "--sanitize-ops", "--sanitize-resources"];
  return readCounts(
    await deno(["test", ...strict, ...flags, ...filter, ...wanted], env),
  );
}

/** What needs no test file; each check counts as one test. */
async function check(): Promise<Counts> {
  heading("Lock file, format, lint, types");
  let counts = NONE;
  for (const args of CHECKS) {
    const { success } = await deno(args);
    console.log(`deno ${args.join(" ")} ... ${success ? "ok" : "FAILED"}`);
    counts = plus(counts, {
      ...NONE,
      ...(success ? { passed: 1 } : { failed: 1 }),
    });
  }
  return counts;
}

async function testInBrowser(): Promise<Counts> {
  if (browser === null) return NONE;
  const env = await browser;
  return env
    ? await inOneIsolate("Browser", files.browser, ["-P=browser"], env)
    : notRun("A browser: cannot be had here", files.browser);
}

/** What `services.sh` prints of what it found or started; null where it could not. */
async function services(command: "up" | "browser"): Promise<Env | null> {
  const { success, stdout } = await new Deno.Command("bash", {
    args: ["tests/tools/services.sh", command],
    cwd: ROOT,
    stderr: "inherit",
  }).output();
  if (!success) return null;
  const found = new TextDecoder().decode(stdout).matchAll(/^(\w+)=(.*)$/gm);
  return Object.fromEntries([...found].map(([, key, value]) => [key, value]));
}

/** Tells which files are left out, and why; each counts as a skipped test. */
function notRun(why: string, wanted: readonly string[]): Counts {
  heading(`${why}; not run:`);
  for (const file of wanted) console.log(file);
  return { ...NONE, skipped: wanted.length };
}

async function testWithServices(): Promise<Counts> {
  const { postgres } = files;
  const wanted = [...postgres, ...files.services];
  if (wanted.length === 0) return NONE;
  const env = await services("up");
  if (!env) {
    return notRun("PostgreSQL and Redis: cannot be started here", wanted);
  }
  return plus(
    await inOneIsolate("PostgreSQL", postgres, ["-P=tests"], env),
    await test("PostgreSQL, Redis and processes", files.services, FLAGS, env),
  );
}

/** Runs this same Deno in the project, shows what it prints on the way, and returns it. */
async function deno(
  args: readonly string[],
  env: Env = {},
): Promise<{ readonly output: string; readonly success: boolean }> {
  const child = new Deno.Command(Deno.execPath(), {
    args: [...args],
    cwd: ROOT,
    env: { ...env, NO_COLOR: "1" },
    stdin: "null",
    stdout: "piped",
  }).spawn();
  let output = "";
  for await (const text of child.stdout.pipeThrough(new TextDecoderStream())) {
    output += text;
    await Deno.stdout.write(new TextEncoder().encode(text));
  }
  return { output, success: (await child.status).success };
}

function heading(title: string): void {
  console.log(`\n== ${title}\n`);
}
