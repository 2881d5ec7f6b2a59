import { invitationTests } from "./invitations.ts";
import { onMemory } from "./on_memory.ts";

invitationTests(onMemory);
