import {
  dependenciesPage,
  type Locked,
  lockedPackages,
} from "./dependencies.ts";
import { REASONS } from "./dependency_reasons.ts";
import { licencesInstalled } from "./installed_licence.ts";

/** `deno task dependencies`: writes docs/dependencies.md from the lock file and what is installed. */
const ROOT = new URL("../../", import.meta.url);
const PAGE = new URL("docs/dependencies.md", ROOT);

const readJson = async (path: string | URL) =>
  JSON.parse(await Deno.readTextFile(path));

const installed = await licencesInstalled();
const packages = lockedPackages(
  await readJson(new URL("deno.lock", ROOT)),
  await readJson(new URL("deno.json", ROOT)),
);
const before = await Deno.readTextFile(PAGE).catch((error) => {
  if (error instanceof Deno.errors.NotFound) return "";
  throw error;
});
const licences = new Map<string, string>();
for (const one of packages) {
  licences.set(idOf(one), await installed(one) ?? told(one) ?? "not known");
}
await Deno.writeTextFile(
  PAGE,
  dependenciesPage(packages, REASONS, (one) => licences.get(idOf(one))!),
);
await new Deno.Command(Deno.execPath(), {
  args: ["fmt", "-q", PAGE.pathname],
}).output();

function idOf({ name, version }: Locked): string {
  return `${name}@${version}`;
}

/** What the page said: packages of other platforms are not installed here. */
function told({ name, version }: Locked): string | null {
  for (const line of before.split("\n")) {
    const cells = line.split("|").map((cell) => cell.trim());
    if (cells[1] === name && cells[2] === version) return cells[3] ?? null;
  }
  return null;
}
