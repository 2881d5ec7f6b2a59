import { billingHookTests } from "./billing_hooks.ts";
import { billingKeptTests } from "./billing_kept.ts";
import { billingLimitTests } from "./billing_limits.ts";
import { billingSeatTests } from "./billing_seats.ts";
import { billingUsageTests } from "./billing_usage.ts";
import { onPostgres } from "./on_postgres.ts";

// Those in which the database decides; the others need none of its own.
billingUsageTests(onPostgres);
billingHookTests(onPostgres);
billingLimitTests(onPostgres);
billingSeatTests(onPostgres);
billingKeptTests(onPostgres);
