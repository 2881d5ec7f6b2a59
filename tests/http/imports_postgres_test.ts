import { importTests } from "./imports.ts";
import { onPostgres } from "./on_postgres.ts";

importTests(onPostgres);
