import { erasureTests } from "./erasure.ts";
import { erasureEchoTests } from "./erasure_echoes.ts";
import { onMemory } from "./on_memory.ts";

erasureTests(onMemory);
erasureEchoTests(onMemory);
