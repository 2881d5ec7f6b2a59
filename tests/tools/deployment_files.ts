import {
  type Dockerfile,
  DockerfileParser,
  type Instruction,
} from "dockerfile-ast";
import { parse } from "yaml";

export const ROOT = new URL("../../", import.meta.url);

export const read = (path: string): Promise<string> =>
  Deno.readTextFile(new URL(path, ROOT));

/** What the tests ask of one service of compose.yaml. */
export interface ComposeService {
  readonly image?: string;
  readonly build?: string;
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string | null>>;
  readonly ports?: readonly string[];
  readonly profiles?: readonly string[];
  readonly volumes?: readonly string[];
  readonly networks?: readonly string[];
  readonly restart?: string;
  readonly read_only?: boolean;
  readonly mem_limit?: string;
  readonly stop_grace_period?: string;
  readonly depends_on?: Readonly<Record<string, { condition: string }>>;
  readonly healthcheck?: {
    readonly test?: readonly string[];
    readonly disable?: boolean;
  };
}

/** compose.yaml's services with their anchors merged in, `${…}` as it is written. */
export async function composeServices(): Promise<
  ReadonlyMap<string, ComposeService>
> {
  const { services } = parse(await read("compose.yaml"), { merge: true });
  return new Map(Object.entries(services));
}

/** What follows `name` in a command line; undefined where it is not there. */
export function optionOf(
  command: readonly string[] = [],
  name: string,
): string | undefined {
  const at = command.indexOf(name);
  return at < 0 ? undefined : command[at + 1];
}

export async function dockerfile(): Promise<Dockerfile> {
  return DockerfileParser.parse(await read("Dockerfile"));
}

/** The words of an instruction; of `COPY` without its flags. */
export const wordsOf = (instruction: Instruction): readonly string[] =>
  instruction.getArguments().map((word) => word.getValue());

/** What the image takes from the project, by name; all of it stands in the project's root. */
export const copiedFiles = (file: Dockerfile): readonly string[] => [
  ...new Set(
    file.getCOPYs()
      .filter((copy) =>
        copy.getFlags().every((flag) => flag.getName() !== "from")
      )
      .flatMap((copy) => wordsOf(copy).slice(0, -1)),
  ),
];

/** The commands of deno.json's tasks by their names. */
export async function tasks(): Promise<Readonly<Record<string, string>>> {
  const file: { tasks: Record<string, { command: string }> } = JSON.parse(
    await read("deno.json"),
  );
  return Object.fromEntries(
    Object.entries(file.tasks).map(([name, { command }]) => [name, command]),
  );
}
