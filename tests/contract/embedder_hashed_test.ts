import { hashedNgrams } from "../../adapters/hashed_ngrams/embedder.ts";
import { testEmbedder } from "./embedder.ts";

testEmbedder({
  name: "hashed",
  open: () => ({ embedder: hashedNgrams(), close: () => Promise.resolve() }),
});
