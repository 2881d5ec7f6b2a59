import type { Locked } from "./dependencies.ts";

/** Old packages that name a licence in their read-me alone. */
const IN_THEIR_READ_ME: Readonly<Record<string, string>> = {
  "humanize-number@0.0.2": "MIT",
  "only@0.0.2": "MIT",
};

/** Tells the licence that a package's own package.json names; null where it is not installed here, as those of other platforms are not. */
export async function licencesInstalled(): Promise<
  (one: Locked) => Promise<string | null>
> {
  const { stdout } = await new Deno.Command(Deno.execPath(), {
    args: ["info", "--json"],
  }).output();
  const { npmCache } = JSON.parse(new TextDecoder().decode(stdout));
  const folders = [...Deno.readDirSync(npmCache)]
    .filter(({ isDirectory }) => isDirectory)
    .map(({ name }) => `${npmCache}/${name}`);
  return async ({ name, version }) => {
    for (const folder of folders) {
      try {
        const { license, licenses } = JSON.parse(
          await Deno.readTextFile(`${folder}/${name}/${version}/package.json`),
        );
        return typeof license === "string"
          ? license
          : license?.type ?? licenses?.[0]?.type ??
            IN_THEIR_READ_ME[`${name}@${version}`] ?? null;
      } catch (error) {
        if (!(error instanceof Deno.errors.NotFound)) throw error;
      }
    }
    return null;
  };
}
