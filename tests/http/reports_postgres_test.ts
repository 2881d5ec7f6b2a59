import { onPostgres } from "./on_postgres.ts";
import { reportTests } from "./reports.ts";

reportTests(onPostgres);
