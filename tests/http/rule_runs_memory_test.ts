import { onMemory } from "./on_memory.ts";
import { ruleRunTests } from "./rule_runs.ts";

ruleRunTests(onMemory);
