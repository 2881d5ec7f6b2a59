import { idempotencyTests } from "./idempotency.ts";
import { onPostgres } from "./on_postgres.ts";

idempotencyTests(onPostgres);
