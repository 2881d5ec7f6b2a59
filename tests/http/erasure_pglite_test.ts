import { erasureTests } from "./erasure.ts";
import { erasureEchoTests } from "./erasure_echoes.ts";
import { onEmbedded } from "./on_embedded.ts";

erasureTests(onEmbedded);
erasureEchoTests(onEmbedded);
