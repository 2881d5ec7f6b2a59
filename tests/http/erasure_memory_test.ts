import { erasureTests } from "./erasure.ts";
import { onMemory } from "./on_memory.ts";

erasureTests(onMemory);
