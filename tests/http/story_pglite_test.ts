import { atOnceTests } from "./at_once.ts";
import { intakeTests } from "./intake.ts";
import { onEmbedded } from "./on_embedded.ts";
import { storyTests } from "./story.ts";

storyTests(onEmbedded);
intakeTests(onEmbedded);
atOnceTests(onEmbedded);
