import { conflictTests } from "./conflicts.ts";
import { onPostgres } from "./on_postgres.ts";

conflictTests(onPostgres);
