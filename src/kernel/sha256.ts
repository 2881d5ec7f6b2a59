import { createHash, hash } from "node:crypto";

/** SHA-256 of UTF-8 text, as 64 hexadecimal digits. */
export function sha256(text: string): string {
  return hash("sha256", text, "hex");
}

/** SHA-256 of bytes that come one after another. */
export interface RunningSha256 {
  add(bytes: Uint8Array): void;
  /** 64 hexadecimal digits; asked once, at the end. */
  end(): string;
}

export function runningSha256(): RunningSha256 {
  const running = createHash("sha256");
  return {
    add: (bytes) => void running.update(bytes),
    end: () => running.digest("hex"),
  };
}
