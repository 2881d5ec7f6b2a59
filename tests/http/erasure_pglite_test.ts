import { erasureTests } from "./erasure.ts";
import { onEmbedded } from "./on_embedded.ts";

erasureTests(onEmbedded);
