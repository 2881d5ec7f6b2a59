import { importTests } from "./imports.ts";
import { onMemory } from "./on_memory.ts";

importTests(onMemory);
