import { freshPostgres } from "../support/databases.ts";
import { eventTamperingContract } from "./event_tampering.ts";

eventTamperingContract("PostgreSQL", freshPostgres);
