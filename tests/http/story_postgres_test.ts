import { atOnceTests } from "./at_once.ts";
import { intakeTests } from "./intake.ts";
import { onPostgres } from "./on_postgres.ts";
import { storyTests } from "./story.ts";

storyTests(onPostgres);
intakeTests(onPostgres);
atOnceTests(onPostgres);
