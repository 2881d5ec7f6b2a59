import { onPostgres } from "./on_postgres.ts";
import { sessionTests } from "./sessions.ts";

sessionTests(onPostgres);
