import { onPostgres } from "./on_postgres.ts";
import { retentionTests } from "./retention.ts";

retentionTests(onPostgres);
