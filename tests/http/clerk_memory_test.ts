import { clerkEdgeTests, clerkErasureTests, clerkTests } from "./clerk.ts";
import { onMemory } from "./on_memory.ts";

clerkTests(onMemory);
clerkEdgeTests(onMemory);
clerkErasureTests(onMemory);
