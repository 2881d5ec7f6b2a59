import { onEmbedded } from "./on_embedded.ts";
import { retentionTests } from "./retention.ts";

retentionTests(onEmbedded);
