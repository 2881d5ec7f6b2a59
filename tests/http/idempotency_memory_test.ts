import { idempotencyTests } from "./idempotency.ts";
import { onMemory } from "./on_memory.ts";

idempotencyTests(onMemory);
