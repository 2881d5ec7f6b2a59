import { clerkTests } from "./clerk.ts";
import { onEmbedded } from "./on_embedded.ts";

clerkTests(onEmbedded);
