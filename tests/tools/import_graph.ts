/** `from` imports `to`: a path under the root, `npm:<package>` or `node:<module>`. */
export interface Import {
  readonly from: string;
  readonly to: string;
}

interface Graph {
  readonly modules: readonly {
    readonly specifier: string;
    readonly error?: string;
    readonly dependencies?: readonly {
      readonly specifier: string;
      readonly code?: { readonly specifier?: string };
      readonly type?: { readonly specifier?: string };
    }[];
  }[];
}

/** The TypeScript files below `folders`, as paths under `root`, sorted. */
export async function sourceFiles(
  root: URL,
  folders: readonly string[],
): Promise<string[]> {
  const found: string[] = [];
  const walk = async (folder: string): Promise<void> => {
    for await (const entry of Deno.readDir(new URL(folder, root))) {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory) await walk(path);
      else if (/\.tsx?$/.test(path)) found.push(path);
    }
  };
  for (const folder of folders) await walk(folder);
  return found.sort();
}

/** Every import that `files` make, types included: one `deno info` on a root that imports them all. */
export async function importsOf(
  root: URL,
  files: readonly string[],
): Promise<Import[]> {
  const entry = await Deno.makeTempFile({ suffix: ".ts" });
  try {
    const urls = files.map((file) => new URL(file, root).href);
    await Deno.writeTextFile(
      entry,
      urls.map((url) => `import ${JSON.stringify(url)};\n`).join(""),
    );
    const { stdout, stderr, success } = await new Deno.Command(
      Deno.execPath(),
      { args: ["info", "--json", entry], cwd: root.pathname },
    ).output();
    if (!success) throw new Error(new TextDecoder().decode(stderr));
    const own = new Set(urls);
    return readGraph(root, JSON.parse(new TextDecoder().decode(stdout)))
      .filter(({ from }) => own.has(new URL(from, root).href));
  } finally {
    await Deno.remove(entry);
  }
}

function readGraph(root: URL, { modules }: Graph): Import[] {
  return modules.flatMap(({ specifier: url, dependencies = [], error }) => {
    if (error) throw new Error(error);
    return dependencies.flatMap((dependency) => {
      const targets = [dependency.code?.specifier, dependency.type?.specifier];
      return [...new Set(targets)]
        .filter((target) => target !== undefined)
        .map((target) => ({ from: under(root, url), to: under(root, target) }));
    });
  });
}

/** `npm:/@scope/name@1.2.3/part` → `npm:@scope/name`; a file under the root → its path. */
function under(root: URL, url: string): string {
  if (url.startsWith("npm:")) {
    return url.replace(/^npm:\/?((?:@[^/]+\/)?[^/@]+).*$/, "npm:$1");
  }
  return url.startsWith(root.href) ? url.slice(root.href.length) : url;
}
