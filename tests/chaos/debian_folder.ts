/** This machine cannot run servers of its own. */
export class NoServers extends Error {
  override readonly name = "NoServers";
}

/** The folder with PostgreSQL and Redis in it; made if it is missing. */
export async function debianFolder(): Promise<string> {
  const script = new URL("../tools/services.sh", import.meta.url).pathname;
  const { success, stdout, stderr } = await new Deno.Command("bash", {
    args: [script, "folder"],
    stdin: "null",
  }).output();
  const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  const folder = /^FOLDER=(.+)$/m.exec(text(stdout))?.[1];
  if (!success || folder === undefined) {
    throw new NoServers(
      `the chaos suite stops and starts a PostgreSQL and a Redis of its own, with Docker or without it, and cannot make them here:\n${
        text(stderr)
      }`,
    );
  }
  return folder;
}

/** Runs a program to its end; returns what it printed. Throws, with all it said, where it fails. */
export async function output(
  program: string,
  args: readonly string[],
): Promise<string> {
  const { success, stdout, stderr } = await new Deno.Command(program, {
    args: [...args],
    cwd: "/",
    stdin: "null",
  }).output();
  const [said, complaint] = [stdout, stderr]
    .map((bytes) => new TextDecoder().decode(bytes)) as [string, string];
  if (!success) throw new Error(`${args.join(" ")}: ${said}${complaint}`);
  return said;
}

/** Runs a program to its end; returns whether its code was 0. */
export async function succeeds(
  program: string,
  args: readonly string[],
): Promise<boolean> {
  const { success } = await new Deno.Command(program, {
    args: [...args],
    cwd: "/",
    stdin: "null",
  }).output();
  return success;
}
