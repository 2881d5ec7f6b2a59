import { freshPostgres } from "../support/databases.ts";
import { catalogueContract } from "./catalogue.ts";

catalogueContract("PostgreSQL", freshPostgres);
