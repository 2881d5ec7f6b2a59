import { clerkErasureTests, clerkTests } from "./clerk.ts";
import { onPostgres } from "./on_postgres.ts";

clerkTests(onPostgres);
clerkErasureTests(onPostgres);
