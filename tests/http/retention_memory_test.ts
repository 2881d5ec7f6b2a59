import { onMemory } from "./on_memory.ts";
import { retentionTests } from "./retention.ts";

retentionTests(onMemory);
