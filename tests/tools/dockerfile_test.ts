import assert from "node:assert/strict";
import { validate } from "dockerfile-utils";
import {
  copiedFiles,
  dockerfile,
  read,
  ROOT,
  tasks,
  wordsOf,
} from "./deployment_files.ts";

const file = await dockerfile();
const steps = file.getInstructions();
const keyword = (word: string) =>
  steps.filter((step) => step.getKeyword() === word);
const last = file.getFROMs().at(-1)!.getRange()!.start.line;

Deno.test("Dockerfile: a linter finds nothing", async () => {
  assert.deepEqual(validate(await read("Dockerfile")), []);
  assert.equal(validate("FROM a\nMAINTAINER b").length, 1);
});

Deno.test("Dockerfile: every stage is the Deno of CI", async () => {
  const [, version] = (await read(".ci/run")).match(/deno@([\d.]+)/)!;
  assert.equal(version, Deno.version.deno);
  assert.equal(file.getFROMs().length, 2);
  for (const from of file.getFROMs()) {
    assert.equal(from.getImage(), `denoland/deno:${version}`);
  }
});

Deno.test("Dockerfile: what is fetched is what the lock file says", () => {
  const fetching = keyword("RUN").map(wordsOf)
    .filter(([program]) => program === "deno");
  assert.deepEqual(fetching.map((words) => words.slice(0, 3)), [
    ["deno", "install", "--frozen"],
    ["deno", "cache", "--frozen"],
  ]);
});

Deno.test("Dockerfile: what it copies is there, and is all that .dockerignore lets through", async () => {
  const copied = copiedFiles(file);
  for (const path of copied) await Deno.stat(new URL(path, ROOT));
  const kept = (await read(".dockerignore")).split("\n")
    .filter((line) => line.startsWith("!")).map((line) => line.slice(1));
  assert.deepEqual([...copied].sort(), kept.sort());
});

Deno.test("Dockerfile: every program that a task of the service runs is cached in it", async () => {
  const [cached] = keyword("RUN").map(wordsOf)
    .filter((words) => words[1] === "cache");
  const all = await tasks();
  for (const name of ["start", "serve", "work", "migrate", "tenant"]) {
    const program = /\S+\.ts/.exec(all[name] ?? "")?.[0];
    assert(program && cached?.includes(program), name);
  }
});

Deno.test("Dockerfile: not as root, watched at the address it listens on, stopped by a signal it hears", () => {
  const user = keyword("USER").at(-1)!;
  assert.deepEqual(wordsOf(user), ["deno"]);
  assert(user.getRange()!.start.line > last);
  const env = new Map(
    file.getENVs().flatMap((step) => step.getProperties())
      .map((property) => [property.getName(), property.getValue()]),
  );
  assert.equal(env.get("BALANCE_HOST"), "0.0.0.0");
  assert.deepEqual(keyword("EXPOSE").map(wordsOf), [[env.get("BALANCE_PORT")]]);
  assert.equal(keyword("HEALTHCHECK").length, 1);
  assert.match(
    file.getHEALTHCHECKs()[0]!.getRawArgumentsContent() ?? "",
    /CMD \["deno", .*BALANCE_PORT.*\/livez/,
  );
  assert.deepEqual(keyword("STOPSIGNAL").map(wordsOf), [["SIGTERM"]]);
  const command = file.getCMDs().map((step) =>
    step.getJSONStrings().map((text) => text.getJSONValue())
  );
  // The list form: no shell stands between the signal and the process.
  assert.deepEqual(command, [["deno", "task", "start"]]);
  assert.equal(keyword("ENTRYPOINT").length, 0);
});
