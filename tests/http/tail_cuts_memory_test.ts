import { onMemory } from "./on_memory.ts";
import { tailCutTests } from "./tail_cuts.ts";

tailCutTests(onMemory, 1_000);
