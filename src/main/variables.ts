import { MAIL_VARIABLES } from "./mail_config.ts";
import { LIMIT_VARIABLES } from "./limit_config.ts";
import { PROVIDER_VARIABLES } from "./provider_config.ts";
import { FILE_VARIABLES } from "./secret_files.ts";
import { CLERK_VARIABLES } from "./clerk_config.ts";
import { FILES_VARIABLES } from "./files_config.ts";
import { PAYMENTS_VARIABLES } from "./payments_config.ts";

/** The variables that the service reads, for its permission set and the README. */
export const VARIABLES = [
  "DATABASE_URL",
  "REDIS_URL",
  "BALANCE_REDIS_PREFIX",
  "BALANCE_DATA_DIR",
  "BALANCE_RECEIPT_BYTES_MAX",
  "BALANCE_DB_POOL",
  "BALANCE_HOST",
  "BALANCE_PORT",
  "BALANCE_WORKERS",
  "BALANCE_JOB_ATTEMPTS",
  "BALANCE_JOB_RATES",
  "BALANCE_TENANT_JOBS",
  "BALANCE_BACKLOG_MAX",
  "BALANCE_TENANT_BACKLOG_MAX",
  "BALANCE_STOP_AFTER_S",
  "BALANCE_OPERATOR_TOKEN",
  "BALANCE_SESSION_KEY",
  "BALANCE_SEALING_KEYS",
  "BALANCE_OUTGOING_ALLOW",
  "BALANCE_PUBLIC_URL",
  "BALANCE_LOG_LEVEL",
  ...MAIL_VARIABLES,
  ...LIMIT_VARIABLES,
  ...PROVIDER_VARIABLES,
  ...FILE_VARIABLES,
  ...CLERK_VARIABLES,
  ...FILES_VARIABLES,
  ...PAYMENTS_VARIABLES,
] as const;
