import { idempotencyTests } from "./idempotency.ts";
import { onEmbedded } from "./on_embedded.ts";

idempotencyTests(onEmbedded);
