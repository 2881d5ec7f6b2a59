import { onPostgres } from "./on_postgres.ts";
import { tailCutTests } from "./tail_cuts.ts";

tailCutTests(onPostgres, 100);
