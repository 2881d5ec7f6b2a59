import { onPostgres } from "./on_postgres.ts";
import { receiptTests } from "./receipts.ts";

receiptTests(onPostgres);
