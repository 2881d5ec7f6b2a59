/** The test files by what they may touch. */
export interface TestFiles {
  /** Run without any permission. */
  readonly inMemory: readonly string[];
  /** The same with all that can be tried, which takes long: every point where a process may die, files of 50 MB. */
  readonly exhaustive: readonly string[];
  /** Through HTTP, on memory: nothing outlives a test, so they can share an isolate. */
  readonly http: readonly string[];
  /** About the project itself. */
  readonly fences: readonly string[];
  /** With files, sockets and the embedded database, but nothing that must be installed; what outlives no test, so that they can share an isolate. */
  readonly embedded: readonly string[];
  /** Drive a browser, one for all of them: `…_browser_test.ts`. */
  readonly browser: readonly string[];
  /** The same with processes of their own. */
  readonly scenarios: readonly string[];
  /** Use cases, HTTP and storage on a real PostgreSQL, each test on a database of its own, so that they can share an isolate: `…_postgres_test.ts`. */
  readonly postgres: readonly string[];
  /** Need a real PostgreSQL or Redis beside processes of their own, as their names say: `…_postgres_test.ts`, `…_redis_test.ts`. */
  readonly services: readonly string[];
}

/** Sorts the test files among `files`, paths from the project's root, by their folders and names. */
export function sortTestFiles(files: readonly string[]): TestFiles {
  const tests = files.filter((file) => /[_/]test\.tsx?$/.test(file));
  const kinds = Object.groupBy(tests, (file): keyof TestFiles => {
    if (/^tests\/(domain|use_cases)\//.test(file)) return "inMemory";
    if (/^tests\/exhaustive\//.test(file)) return "exhaustive";
    if (/^tests\/(tools\/|architecture_test)/.test(file)) return "fences";
    if (/[_/]browser_test\.tsx?$/.test(file)) return "browser";
    if (/^tests\/(contract|http)\/(.*[_/])?postgres_test\.tsx?$/.test(file)) {
      return "postgres";
    }
    if (/[_/](postgres|redis)_test\.tsx?$/.test(file)) return "services";
    if (/^tests\/http\/(?!.*[_/]pglite_test\.tsx?$)/.test(file)) return "http";
    return /^tests\/scenarios\//.test(file) ? "scenarios" : "embedded";
  });
  const {
    inMemory = [],
    exhaustive = [],
    http = [],
    fences = [],
    embedded = [],
    scenarios = [],
    browser = [],
    postgres = [],
    services = [],
  } = kinds;
  return {
    inMemory,
    exhaustive,
    http,
    fences,
    embedded,
    scenarios,
    browser,
    postgres,
    services,
  };
}

/** What of the tests was asked for. */
export interface Choice {
  readonly files: readonly string[];
  /** Text that a test's name must hold; empty for all. */
  readonly words: string;
}

/** An argument that is a file or folder of tests narrows the files; the others together are the words. */
export function chooseTests(
  files: readonly string[],
  args: readonly string[],
): Choice {
  const inside = (arg: string) => {
    const path = arg.replace(/^\.\//, "").replace(/\/$/, "");
    return files.filter((file) => file === path || file.startsWith(`${path}/`));
  };
  const chosen = new Set(args.flatMap(inside));
  return {
    files: chosen.size === 0 ? files : files.filter((file) => chosen.has(file)),
    words: args.filter((arg) => inside(arg).length === 0).join(" "),
  };
}

/** Every other one, and those between: two parts that take about as long. */
export function halvesOf(
  files: readonly string[],
): readonly [readonly string[], readonly string[]] {
  const every = (rest: number) => files.filter((_, i) => i % 2 === rest);
  return [every(0), every(1)];
}
