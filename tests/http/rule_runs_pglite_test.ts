import { onEmbedded } from "./on_embedded.ts";
import { ruleRunTests } from "./rule_runs.ts";

ruleRunTests(onEmbedded);
