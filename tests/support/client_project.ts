import { CLIENT } from "../tools/client_files.ts";

const LOCK = new URL("../../deno.lock", import.meta.url);

/** Makes `folder` a project of somebody else's that has the client's folder, as docs/client.md says: for Deno, and for Node with its packages. They come from where this test's came from, at the versions that are locked here. */
export async function makeClientProject(folder: string): Promise<void> {
  await Deno.mkdir(folder, { recursive: true });
  await run("cp", "-R", CLIENT.pathname, `${folder}/balance-client`);
  const write = (name: string, content: unknown) =>
    Deno.writeTextFile(`${folder}/${name}`, JSON.stringify(content));
  await write("deno.json", {
    workspace: ["./balance-client"],
    nodeModulesDir: "manual",
  });
  await write("package.json", {
    type: "module",
    workspaces: ["balance-client"],
  });
  await Deno.copyFile(LOCK, `${folder}/deno.lock`);
  await run(Deno.execPath(), "install", "-q", `--config=${folder}/deno.json`);

  async function run(program: string, ...args: readonly string[]) {
    const { success, stderr } = await new Deno.Command(program, {
      args: [...args],
      cwd: folder,
    }).output();
    if (!success) throw new Error(new TextDecoder().decode(stderr));
  }
}
