import { freshPglite } from "../support/databases.ts";
import { eventTamperingContract } from "./event_tampering.ts";

eventTamperingContract("Embedded", freshPglite);
