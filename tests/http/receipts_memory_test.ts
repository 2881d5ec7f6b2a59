import { onMemory } from "./on_memory.ts";
import { receiptTests } from "./receipts.ts";

receiptTests(onMemory);
