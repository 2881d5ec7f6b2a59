import { freshPglite } from "../support/databases.ts";
import { catalogueContract } from "./catalogue.ts";

catalogueContract("Embedded", freshPglite);
