import { erasureTests } from "./erasure.ts";
import { onPostgres } from "./on_postgres.ts";

erasureTests(onPostgres);
