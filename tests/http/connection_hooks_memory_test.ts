import { connectionHookTests } from "./connection_hooks.ts";
import { onMemory } from "./on_memory.ts";

connectionHookTests(onMemory);
