import { invitationTests } from "./invitations.ts";
import { onPostgres } from "./on_postgres.ts";

invitationTests(onPostgres);
