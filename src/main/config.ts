import { z } from "zod";
import { VARIABLES } from "./variables.ts";
import type { HostAndPort } from "../../adapters/outgoing/check_url.ts";
import type { QueueSettings } from "../../ports/queue.ts";
import { fail, ok, type Result } from "../kernel/result.ts";
import { RECEIPT_BYTES_MAX } from "../receipts/receipt.ts";
import { address, isOrigin } from "./addresses.ts";
import { type ClerkConfig, parseClerkConfig } from "./clerk_config.ts";
import { type FilesConfig, parseFilesConfig } from "./files_config.ts";
import { jobRates } from "./job_rates.ts";
import {
  type LimitConfig,
  limitConfig,
  limitVariables,
} from "./limit_config.ts";
import { type MailConfig, mailConfig, mailVariables } from "./mail_config.ts";
import { outgoingAllow } from "./outgoing_allow.ts";
import { rotatingSecret } from "./parse_rotating_secret.ts";
import { type BillingConfig, parsePaymentsConfig } from "./payments_config.ts";
import { parseProviderConfig, type ProviderConfig } from "./provider_config.ts";
import type { RotatingSecret } from "./rotating_secret.ts";
import { type SealingKeys, sealingKeys } from "./sealing_keys.ts";
import { type Secret, secret } from "./secret.ts";

/** Where the data lives: a PostgreSQL server, or a folder of this process's own. */
export type StorageConfig =
  | {
    readonly kind: "postgres";
    readonly url: Secret;
    readonly poolMax: number;
  }
  | { readonly kind: "embedded"; readonly folder: string };

/** What a process does: answer HTTP, do jobs, or both. */
export type ProcessKind = "serve" | "work" | "both";

export interface Config extends ProviderConfig, BillingConfig {
  readonly storage: StorageConfig;
  /** Where BullMQ keeps its jobs; null: the queue lives in this process. */
  readonly redis: { readonly url: Secret; readonly prefix: string } | null;
  readonly http: { readonly host: string; readonly port: number };
  readonly work: {
    readonly concurrency: number;
    readonly attemptsMax: number;
    /** Jobs of one tenant that may be in the queue at once. */
    readonly tenantJobs: number;
    readonly rates: QueueSettings["rates"];
    /** How long a stopping process lets its jobs run on. */
    readonly stopAfterMs: number;
  };
  /** How many records may wait before more are refused. */
  readonly backlog: { readonly tenant: number; readonly all: number };
  /** Opens the metrics and the board of the queues; null: the metrics are open, and there is no board. */
  readonly operatorToken: RotatingSecret | null;
  /** Null: nobody of Clerk is let in. */
  readonly clerk: ClerkConfig | null;
  /** Signs the sessions of people; null: an embedded service makes one, any other has no sessions. */
  readonly sessionKey: RotatingSecret | null;
  readonly limits: LimitConfig;
  readonly files: FilesConfig;
  /** Bytes of the largest receipt. */
  readonly receiptBytesMax: number;
  /** Seal tokens of connections; null: an embedded service makes a key, any other keeps no tokens. */
  readonly sealingKeys: SealingKeys | null;
  /** Hosts and ports that requests to addresses given by users may go to, although these are private. */
  readonly outgoingAllow: readonly HostAndPort[];
  /** Null: no e-mail is sent. */
  readonly mail: MailConfig | null;
  /** Where browsers reach the service, e.g. `https://balance.example`; null: where a request says it went. */
  readonly publicUrl: string | null;
  readonly logLevel: "debug" | "info" | "warn" | "error" | "silent";
}

const wholeNumber = (min: number, max: number) =>
  z.string().regex(/^\d+$/, `must be a whole number from ${min} to ${max}`)
    .transform(Number)
    .refine(
      (n) => n >= min && n <= max,
      `must be a whole number from ${min} to ${max}`,
    );

/** Characters of a session key at least: as many bytes as HMAC-SHA-256 gives (RFC 7518, 3.2). */
const SESSION_KEY_LENGTH = 32;

const environment = z.object({
  DATABASE_URL: address(/^postgres(ql)?:\/\//, "postgres").optional(),
  REDIS_URL: address(/^rediss?:\/\//, "redis").optional(),
  BALANCE_REDIS_PREFIX: z.string().regex(
    /^[\w.-]{1,64}$/,
    "must be 1 to 64 letters, digits, dots, underscores or dashes",
  ).default("balance"),
  BALANCE_DATA_DIR: z.string().min(1, "must name a folder").optional(),
  BALANCE_RECEIPT_BYTES_MAX: wholeNumber(1_000, 1_000_000_000).default(
    RECEIPT_BYTES_MAX,
  ),
  BALANCE_DB_POOL: wholeNumber(1, 200).default(10),
  BALANCE_HOST: z.string().min(1, "must name a host").default("127.0.0.1"),
  BALANCE_PORT: wholeNumber(0, 65_535).optional(),
  BALANCE_WORKERS: wholeNumber(1, 64).default(2),
  BALANCE_JOB_ATTEMPTS: wholeNumber(1, 50).default(5),
  BALANCE_JOB_RATES: jobRates.optional(),
  BALANCE_TENANT_JOBS: wholeNumber(1, 1_000).default(8),
  BALANCE_BACKLOG_MAX: wholeNumber(1, 1_000_000_000).default(1_000_000),
  BALANCE_TENANT_BACKLOG_MAX: wholeNumber(1, 1_000_000_000).default(250_000),
  BALANCE_STOP_AFTER_S: wholeNumber(0, 3_600).default(25),
  BALANCE_OPERATOR_TOKEN: rotatingSecret(16).optional(),
  BALANCE_SESSION_KEY: rotatingSecret(SESSION_KEY_LENGTH).optional(),
  ...limitVariables,
  ...mailVariables,
  BALANCE_SEALING_KEYS: sealingKeys.optional(),
  BALANCE_OUTGOING_ALLOW: outgoingAllow.optional(),
  BALANCE_PUBLIC_URL: z.string().refine(isOrigin, {
    error:
      "must be an origin such as https://balance.example, without a path and in lower case",
  }).optional(),
  BALANCE_LOG_LEVEL: z.enum(["debug", "info", "warn", "error", "silent"], {
    error: "must be one of debug, info, warn, error, silent",
  }).default("info"),
}).refine(
  (env) => !(env.DATABASE_URL && env.BALANCE_DATA_DIR),
  {
    path: ["BALANCE_DATA_DIR"],
    error: "stands beside DATABASE_URL; set one of the two",
  },
).refine(
  (env) => !env.REDIS_URL || env.DATABASE_URL,
  {
    path: ["REDIS_URL"],
    error:
      "is for several processes, and an embedded service is one; set DATABASE_URL too",
  },
).refine(
  (env) => !env.BALANCE_SMTP_URL === !env.BALANCE_MAIL_FROM,
  {
    path: ["BALANCE_MAIL_FROM"],
    error: "goes with BALANCE_SMTP_URL; set both or neither",
  },
);

const PORT = { serve: 8000, both: 8000, work: 8001 } as const;

/** The folder of an embedded service that names none. */
export const DATA_DIR_DEFAULT = ".data";

/** Reads the environment for a process of that kind. Fails with every problem at once, one line each; values are not repeated. */
export function parseConfig(
  env: Readonly<Record<string, string | undefined>>,
  kind: ProcessKind = "both",
): Result<Config, readonly string[]> {
  const given = Object.fromEntries(
    VARIABLES.flatMap((name) => env[name] ? [[name, env[name]]] : []),
  );
  const read = environment.safeParse(given);
  const providers = parseProviderConfig(given);
  const clerk = parseClerkConfig(given);
  const files = parseFilesConfig(
    given,
    given["BALANCE_DATA_DIR"] ?? DATA_DIR_DEFAULT,
  );
  const billing = parsePaymentsConfig(given);
  if (
    !read.success || !providers.ok || !clerk.ok || !files.ok || !billing.ok
  ) {
    const wrong = (read.error?.issues ?? [])
      .map(({ path, message }) => `${path.join(".")} ${message}`);
    return fail([
      ...wrong,
      ...providers.ok ? [] : providers.failure,
      ...clerk.ok ? [] : clerk.failure,
      ...files.ok ? [] : files.failure,
      ...billing.ok ? [] : billing.failure,
    ]);
  }
  const { data } = read;
  if (kind !== "both" && !data.REDIS_URL) {
    return fail([
      "REDIS_URL is missing: processes that only serve or only work meet there",
    ]);
  }
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
    redis: data.REDIS_URL
      ? { url: secret(data.REDIS_URL), prefix: data.BALANCE_REDIS_PREFIX }
      : null,
    http: { host: data.BALANCE_HOST, port: data.BALANCE_PORT ?? PORT[kind] },
    work: {
      concurrency: data.BALANCE_WORKERS,
      attemptsMax: data.BALANCE_JOB_ATTEMPTS,
      tenantJobs: data.BALANCE_TENANT_JOBS,
      rates: data.BALANCE_JOB_RATES ?? {},
      stopAfterMs: data.BALANCE_STOP_AFTER_S * 1_000,
    },
    backlog: {
      tenant: data.BALANCE_TENANT_BACKLOG_MAX,
      all: data.BALANCE_BACKLOG_MAX,
    },
    operatorToken: data.BALANCE_OPERATOR_TOKEN ?? null,
    sessionKey: data.BALANCE_SESSION_KEY ?? null,
    limits: limitConfig(data),
    sealingKeys: data.BALANCE_SEALING_KEYS ?? null,
    outgoingAllow: data.BALANCE_OUTGOING_ALLOW ?? [],
    mail: mailConfig(data),
    publicUrl: data.BALANCE_PUBLIC_URL ?? null,
    logLevel: data.BALANCE_LOG_LEVEL,
    ...providers.value,
    clerk: clerk.value,
    receiptBytesMax: data.BALANCE_RECEIPT_BYTES_MAX,
    files: files.value,
    ...billing.value,
  });
}
