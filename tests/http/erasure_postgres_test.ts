import { erasureTests } from "./erasure.ts";
import { erasureEchoTests } from "./erasure_echoes.ts";
import { onPostgres } from "./on_postgres.ts";

erasureTests(onPostgres);
erasureEchoTests(onPostgres);
