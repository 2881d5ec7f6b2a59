import { fewAtOnce } from "./tools/few_at_once.ts";
import { sourceFiles } from "./tools/import_graph.ts";
import { inOrder, type Part } from "./tools/in_order.ts";
import {
  type Counts,
  formatCounts,
  NONE,
  plus,
  readCounts,
} from "./tools/test_counts.ts";
import { chooseTests, halvesOf, sortTestFiles } from "./tools/test_files.ts";

/** `deno task test [PATH …] [WORDS]`: all stages, or of each the tests that PATH and WORDS name. */
const ROOT = new URL("../", import.meta.url);
const IN_CI = Boolean(Deno.env.get("CI"));
/** A stage waits for processes and servers as often as it keeps a core busy. */
const LANES = Math.max(2, navigator.hardwareConcurrency);
/** What the embedded database compiles for a test is used for a moment: to compile it well takes longer than is gained. */
const COMPILED_ONCE = "--liftoff-only";
/** A test's objects are dead when the next one begins: with room for those of several (in MB), few are copied by the collector. */
const ROOM_FOR_NEW = "--min-semi-space-size=64,--max-semi-space-size=64";

type Env = Readonly<Record<string, string>>;

/** What is shown under one title; some stages run at once. */
interface Stage {
  readonly title: string;
  readonly run: (part: Part) => Promise<Counts>;
}

/** What is not the project's own; `env` says where it is, null where it cannot be had. */
interface Needed {
  readonly what: string;
  readonly env: Promise<Env | null>;
}

const isWhole = Deno.args.length === 0;
const choice = chooseTests(await sourceFiles(ROOT, ["tests"]), Deno.args);
const files = sortTestFiles(choice.files);
// Before anything else: where they must be fetched it takes a minute, in which much else can run.
const servers: Needed = {
  what: "PostgreSQL and Redis",
  env: files.postgres.length + files.services.length > 0
    ? services("up")
    : Promise.resolve(null),
};
const browser: Needed = {
  what: "A browser",
  env: files.browser.length > 0 ? services("browser") : Promise.resolve(null),
};
const IN_MEMORY = {
  together: true,
  flags: ["--no-prompt"],
  v8: [COMPILED_ONCE, ROOM_FOR_NEW],
};

const shown = inOrder(write);
let total = NONE;
if (isWhole) await runAll([checks("Lock file", ["install", "--frozen"])]);
// Alone, on all cores: they are what is asked for most, and told first.
await runAll(
  halvesOf(files.inMemory).flatMap((half, i) =>
    tests(`In memory, no permission (${i + 1} of 2)`, half, IN_MEMORY)
  ),
);
await runAll([
  ...isWhole
    ? [checks("Format, lint, types", ["fmt", "--check"], ["lint"], ["check"])]
    : [],
  ...tests("Fences and tools", files.fences),
  ...tests("In memory, all that can be tried", files.exhaustive, IN_MEMORY),
  ...tests("HTTP on memory", files.http, { together: true }),
  ...tests("Embedded", files.embedded, { together: true }),
  ...files.scenarios.flatMap((file) => tests(file, [file])),
  // Page and service wait for each other: one browser alone keeps no two cores busy.
  ...halvesOf(files.browser).flatMap((half, i) =>
    tests(`Browser (${i + 1} of 2)`, half, {
      together: true,
      needs: browser,
      flags: ["-P=browser"],
    })
  ),
  // Long, and so before many short ones: last, it would end alone.
  ...tests("PostgreSQL", files.postgres, { together: true, needs: servers }),
  ...files.services.flatMap((file) => tests(file, [file], { needs: servers })),
]);

const skipFails = IN_CI && total.skipped > 0;
if (skipFails) write("\nIn CI a skipped test is a failure.\n");
write(`\n${formatCounts(total)}\n`);
const nothingRan = total.passed === 0;
Deno.exit(nothingRan || total.failed > 0 || skipFails ? 1 : 0);

/** Begins stages in this order, a few at once, and shows them in this order. */
async function runAll(stages: readonly Stage[]): Promise<void> {
  const work = stages.map(({ title, run }) => async () => {
    const part = shown.open();
    part.print(`\n== ${title}\n\n`);
    const counts = await run(part);
    part.end();
    return counts;
  });
  total = (await fewAtOnce(LANES, work)).reduce(plus, total);
}

/** The stage of these test files; none where there are none. */
function tests(
  title: string,
  wanted: readonly string[],
  { together = false, needs, flags = ["-P=tests"], v8 = [COMPILED_ONCE] }: {
    /** In one isolate: to load the same modules for each file would take longer than the tests. */
    readonly together?: boolean;
    readonly needs?: Needed;
    readonly flags?: readonly string[];
    readonly v8?: readonly string[];
  } = {},
): readonly Stage[] {
  async function run(part: Part): Promise<Counts> {
    const found = needs ? await needs.env : {};
    if (found === null) {
      part.print(`${needs?.what} cannot be had here; not run:\n`);
      for (const file of wanted) part.print(`${file}\n`);
      return { ...NONE, skipped: wanted.length };
    }
    const env = { ...found, DENO_V8_FLAGS: v8.join(",") };
    const filter = choice.words ? ["--filter", choice.words] : [];
    // Types are checked once, where all tests run.
    const strict = ["--no-check", "--sanitize-ops", "--sanitize-resources"];
    const own = ["test", "-q", ...strict, ...flags, ...filter];
    if (!together) {
      return readCounts(await deno([...own, ...wanted], part, env));
    }
    // Beside the project, where no check of files that runs meanwhile comes upon it.
    const folder = await Deno.makeTempDir();
    const all = `${folder}/all_test.ts`;
    const imports = wanted.map((file) => `import "${new URL(file, ROOT)}";\n`);
    try {
      await Deno.writeTextFile(all, imports.join(""));
      return readCounts(
        await deno([...own, "--config=deno.json", all], part, env),
      );
    } finally {
      await Deno.remove(folder, { recursive: true });
    }
  }
  return wanted.length === 0 ? [] : [{ title, run }];
}

/** What needs no test file; each command counts as one test. */
function checks(title: string, ...commands: readonly string[][]): Stage {
  return {
    title,
    async run(part) {
      let counts = NONE;
      for (const args of commands) {
        const { success } = await deno(args, part);
        part.print(`deno ${args.join(" ")} ... ${success ? "ok" : "FAILED"}\n`);
        counts = plus(counts, {
          ...NONE,
          ...(success ? { passed: 1 } : { failed: 1 }),
        });
      }
      return counts;
    },
  };
}

/** What `services.sh` prints of what it found, fetched or started; null where it could not. */
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

/** Runs this same Deno in the project, shows what it prints on the way, and returns what it printed as output. */
async function deno(
  args: readonly string[],
  part: Part,
  env: Env = {},
): Promise<{ readonly output: string; readonly success: boolean }> {
  const child = new Deno.Command(Deno.execPath(), {
    args: [...args],
    cwd: ROOT,
    env: { ...env, NO_COLOR: "1" },
    stdin: "null",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  const [output] = await Promise.all([
    heard(child.stdout, part),
    heard(child.stderr, part),
  ]);
  return { output, success: (await child.status).success };
}

async function heard(
  stream: ReadableStream<Uint8Array<ArrayBuffer>>,
  part: Part,
): Promise<string> {
  let all = "";
  for await (const text of stream.pipeThrough(new TextDecoderStream())) {
    all += text;
    part.print(text);
  }
  return all;
}

function write(text: string): void {
  for (let left = new TextEncoder().encode(text); left.length > 0;) {
    left = left.subarray(Deno.stdout.writeSync(left));
  }
}
