import { z } from "zod";
import { fail, ok, type Result } from "../kernel/result.ts";
import { type Secret, secret } from "./secret.ts";

/** Where the data lives: a PostgreSQL server, or a folder of this process's own. */
export type StorageConfig =
  | {
    readonly kind: "postgres";
    readonly url: Secret;
    readonly poolMax: number;
  }
  | { readonly kind: "embedded"; readonly folder: string };

export interface Config {
  readonly storage: StorageConfig;
  readonly http: { readonly host: string; readonly port: number };
  readonly work: { readonly concurrency: number; readonly attemptsMax: number };
  readonly logLevel: "debug" | "info" | "warn" | "error" | "silent";
}

/** The variables that the service reads, for its permission set and the README. */
export const VARIABLES = [
  "DATABASE_URL",
  "BALANCE_DATA_DIR",
  "BALANCE_DB_POOL",
  "BALANCE_HOST",
  "BALANCE_PORT",
  "BALANCE_WORKERS",
  "BALANCE_JOB_ATTEMPTS",
  "BALANCE_LOG_LEVEL",
] as const;

const wholeNumber = (min: number, max: number, standard: number) =>
  z.string().regex(/^\d+$/, `must be a whole number from ${min} to ${max}`)
    .transform(Number)
    .refine(
      (n) => n >= min && n <= max,
      `must be a whole number from ${min} to ${max}`,
    )
    .default(standard);

const environment = z.object({
  DATABASE_URL: z.string().regex(
    /^postgres(ql)?:\/\/\S+$/,
    "must be a postgres:// address",
  ).optional(),
  BALANCE_DATA_DIR: z.string().min(1, "must name a folder").optional(),
  BALANCE_DB_POOL: wholeNumber(1, 200, 10),
  BALANCE_HOST: z.string().min(1, "must name a host").default("127.0.0.1"),
  BALANCE_PORT: wholeNumber(0, 65_535, 8000),
  BALANCE_WORKERS: wholeNumber(1, 64, 2),
  BALANCE_JOB_ATTEMPTS: wholeNumber(1, 50, 5),
  BALANCE_LOG_LEVEL: z.enum(["debug", "info", "warn", "error", "silent"], {
    error: "must be one of debug, info, warn, error, silent",
  }).default("info"),
}).refine(
  (env) => !(env.DATABASE_URL && env.BALANCE_DATA_DIR),
  {
    path: ["BALANCE_DATA_DIR"],
    error: "stands beside DATABASE_URL; set one of the two",
  },
);

/** The folder of an embedded service that names none. */
export const DATA_DIR_DEFAULT = ".data";

/** Reads the environment. Fails with every problem at once, one line each; values are not repeated. */
export function parseConfig(
  env: Readonly<Record<string, string | undefined>>,
): Result<Config, readonly string[]> {
  const given = Object.fromEntries(
    VARIABLES.flatMap((name) => env[name] ? [[name, env[name]]] : []),
  );
  const read = environment.safeParse(given);
  if (!read.success) {
    return fail(
      read.error.issues.map((issue) =>
        `${issue.path.join(".")} ${issue.message}`
      ),
    );
  }
  const { data } = read;
  return ok({
    storage: data.DATABASE_URL
      ? {
        kind: "postgres",
        url: secret(data.DATABASE_URL),
        poolMax: data.BALANCE_DB_POOL,
      }
      : {
        kind: "embedded",
        folder: data.BALANCE_DATA_DIR ?? DATA_DIR_DEFAULT,
      },
    http: { host: data.BALANCE_HOST, port: data.BALANCE_PORT },
    work: {
      concurrency: data.BALANCE_WORKERS,
      attemptsMax: data.BALANCE_JOB_ATTEMPTS,
    },
    logLevel: data.BALANCE_LOG_LEVEL,
  });
}
