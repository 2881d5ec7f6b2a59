import { atOnceTests } from "./at_once.ts";
import { intakeTests } from "./intake.ts";
import { onMemory } from "./on_memory.ts";
import { storyTests } from "./story.ts";

storyTests(onMemory);
intakeTests(onMemory);
atOnceTests(onMemory);
