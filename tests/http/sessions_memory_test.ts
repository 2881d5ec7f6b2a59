import { onMemory } from "./on_memory.ts";
import { sessionTests } from "./sessions.ts";

sessionTests(onMemory);
