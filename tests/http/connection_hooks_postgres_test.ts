import { connectionHookTests } from "./connection_hooks.ts";
import { onPostgres } from "./on_postgres.ts";

connectionHookTests(onPostgres);
