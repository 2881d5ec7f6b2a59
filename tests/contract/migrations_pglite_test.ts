import { freshPglite } from "../support/databases.ts";
import { migrationsContract } from "./migrations.ts";

migrationsContract("Embedded", freshPglite);
