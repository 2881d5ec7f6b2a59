import { memoryFiles } from "../../adapters/memory/files.ts";
import { fileStorageContract } from "./file_storage.ts";

fileStorageContract("memory", { open: async () => memoryFiles() });
