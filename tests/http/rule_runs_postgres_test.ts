import { onPostgres } from "./on_postgres.ts";
import { ruleRunTests } from "./rule_runs.ts";

ruleRunTests(onPostgres);
