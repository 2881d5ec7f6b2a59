import { onMemory } from "./on_memory.ts";
import { reportTests } from "./reports.ts";

reportTests(onMemory);
