/** A package as the lock file pins it. */
export interface Locked {
  readonly name: string;
  readonly version: string;
  /** Names it in `deno.json`. */
  readonly isDirect: boolean;
}

interface LockFile {
  readonly npm: Readonly<Record<string, unknown>>;
}

interface Configuration {
  readonly imports: Readonly<Record<string, string>>;
}

/** Licences that ask for nothing but to be named: whatever else must be thought about before it comes in. */
export const LICENCES: ReadonlySet<string> = new Set([
  "0BSD",
  "Apache-2.0",
  "BlueOak-1.0.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "CC0-1.0",
  "ISC",
  "MIT",
  "MIT-0",
  "PostgreSQL",
  "Python-2.0",
  "Unlicense",
]);

/**
 * Packages of other licences that were thought about, by name: the licence, and why it may be here. What is not changed
 * and not handed on owes nothing under MPL-2.0, whose terms bind its own files alone.
 */
export const THOUGHT_ABOUT: ReadonlyMap<
  string,
  { readonly licence: string; readonly why: string }
> = new Map([
  ["axe-core", {
    licence: "MPL-2.0",
    why: "in tests alone, as it comes; nothing of it is in what is handed on",
  }],
]);

/** Every package of the lock file, by name and version. */
export function lockedPackages(
  lock: LockFile,
  { imports }: Configuration,
): readonly Locked[] {
  const direct = new Set(
    Object.values(imports).map((address) => address.replace(/^npm:/, "")),
  );
  const found = new Map<string, Locked>();
  for (const key of Object.keys(lock.npm)) {
    // What follows an underscore are the peers it was put together with.
    const [, name, version] = /^(@?[^@]+)@([^_]+)/.exec(key) ?? [];
    if (!name || !version) throw new Error(`${key} is no locked package`);
    const id = `${name}@${version}`;
    found.set(id, { name, version, isDirect: direct.has(id) });
  }
  return [...found.values()].sort((a, b) =>
    a.name < b.name ? -1 : a.name > b.name ? 1 : a.version < b.version ? -1 : 1
  );
}

/** The page: what we name and why, and what that brings with it. `licenceOf`: null where it is not installed here. */
export function dependenciesPage(
  packages: readonly Locked[],
  reasons: Readonly<Record<string, string>>,
  licenceOf: (one: Locked) => string,
): string {
  const direct = packages.filter(({ isDirect }) => isDirect);
  const others = packages.filter(({ isDirect }) => !isDirect);
  return `# Dependencies

Written by \`deno task dependencies\`; a test fails when it is out of date, when a package has no reason, or when a licence is not one of: ${
    [...LICENCES].join(", ")
  }. Thought about besides: ${
    [...THOUGHT_ABOUT].map(([name, { licence, why }]) =>
      `${name} (${licence}: ${why})`
    ).join("; ")
  }. Versions are exact, the lock file has the hash of each package, and everything runs with it frozen: where it does not fit, nothing starts. No package may run a script when it is installed.

## What we name

| package | version | licence | why it is here |
| --- | --- | --- | --- |
${
    direct.map((one) =>
      `| ${one.name} | ${one.version} | ${licenceOf(one)} | ${
        reasons[one.name]
      } |`
    ).join("\n")
  }

## What these bring with them

| package | version | licence |
| --- | --- | --- |
${
    others.map((one) => `| ${one.name} | ${one.version} | ${licenceOf(one)} |`)
      .join("\n")
  }
`;
}
