import assert from "node:assert/strict";
import { parseConfig } from "../../src/main/config.ts";
import { VARIABLES } from "../../src/main/variables.ts";
import {
  SECRET_VARIABLES,
  withSecretFiles,
} from "../../src/main/secret_files.ts";

const FILES: Readonly<Record<string, string>> = {
  "/run/secrets/plain": "hunter2-hunter2-h",
  "/run/secrets/line": "hunter2-hunter2-h\n",
  "/run/secrets/windows": "hunter2-hunter2-h\r\n",
  "/run/secrets/two_lines": "hunter2-hunter2-h\n\n",
  "/run/secrets/empty": "\n",
  "/run/secrets/redis": "redis://:s3cr3t@h:6379\n",
  "/run/secrets/wrong": "http://:s3cr3t@h\n",
};

function readFile(path: string): string {
  const text = FILES[path];
  if (text !== undefined) return text;
  throw Object.assign(new Error(`secret of ${path}`), { name: "NotFound" });
}

Deno.test("each secret may come from a file, without the line break at its end", () => {
  for (const name of SECRET_VARIABLES) {
    for (const file of ["plain", "line", "windows"]) {
      const path = `/run/secrets/${file}`;
      const env = withSecretFiles({ [`${name}_FILE`]: path }, readFile);
      assert.deepEqual(env, {
        ok: true,
        value: { [`${name}_FILE`]: path, [name]: "hunter2-hunter2-h" },
      });
    }
  }
  assert.deepEqual(
    withSecretFiles({ REDIS_URL_FILE: "/run/secrets/two_lines" }, readFile),
    {
      ok: true,
      value: {
        REDIS_URL_FILE: "/run/secrets/two_lines",
        REDIS_URL: "hunter2-hunter2-h\n",
      },
    },
  );
});

Deno.test("what names no file stays as it is, and an empty name is none", () => {
  const env = { DATABASE_URL: "postgres://h/d", REDIS_URL_FILE: "" };
  assert.deepEqual(withSecretFiles(env, readFile), { ok: true, value: env });
});

Deno.test("a file and a value at once, a file that is missing or empty: all are told, by variable and path", () => {
  assert.deepEqual(
    withSecretFiles({
      DATABASE_URL: "postgres://u:hunter2@h/d",
      DATABASE_URL_FILE: "/run/secrets/plain",
      REDIS_URL_FILE: "/run/secrets/none",
      OPENAI_API_KEY_FILE: "/run/secrets/empty",
    }, readFile),
    {
      ok: false,
      failure: [
        "DATABASE_URL stands beside DATABASE_URL_FILE; set one of the two",
        "REDIS_URL_FILE names /run/secrets/none, which cannot be read: NotFound",
        "OPENAI_API_KEY_FILE names /run/secrets/empty, which is empty",
      ],
    },
  );
});

Deno.test("what a file holds is checked as a value is, and is not repeated", () => {
  const env = withSecretFiles(
    { REDIS_URL_FILE: "/run/secrets/wrong" },
    readFile,
  );
  assert(env.ok);
  assert.deepEqual(parseConfig(env.value), {
    ok: false,
    failure: [
      "REDIS_URL must be a redis:// address, with a password in it percent-encoded",
      "REDIS_URL is for several processes, and an embedded service is one; set DATABASE_URL too",
    ],
  });
});

Deno.test("no secret is forgotten: what is named like one may come from a file", () => {
  const named = VARIABLES.filter((name) =>
    /(^|_)(KEYS?|SECRETS?|TOKENS?|PASSWORDS?)$|^(DATABASE|REDIS|BALANCE_SMTP)_URL$/
      .test(name)
  );
  assert.deepEqual(
    named.toSorted(),
    [...SECRET_VARIABLES].toSorted() as string[],
  );
});
