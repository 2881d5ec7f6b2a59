import { conflictTests } from "./conflicts.ts";
import { onMemory } from "./on_memory.ts";

conflictTests(onMemory);
