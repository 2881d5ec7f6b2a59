import type { TenantId } from "../../src/kernel/ids.ts";
import type { Learned } from "../../src/processing/learning/learned.ts";

/** Of all tenants together, in bytes of their text models. */
const BYTES_MAX = 128 * 2 ** 20;

/** What one process read lately of what tenants learned: a megabyte or so each, read once while it stays the same. */
export class LearnedCache {
  /** What was used last stands last. */
  private readonly kept = new Map<TenantId, Learned>();
  private bytes = 0;

  constructor(private readonly bytesMax = BYTES_MAX) {}

  /** By version and time: a database that was restored to an earlier day counts versions anew. */
  find(
    tenantId: TenantId,
    version: number,
    at: string,
  ): Learned | undefined {
    const learned = this.kept.get(tenantId);
    if (learned?.version !== version || learned.at !== at) return undefined;
    this.put(tenantId, learned);
    return learned;
  }

  put(tenantId: TenantId, learned: Learned): void {
    this.drop(tenantId);
    this.kept.set(tenantId, learned);
    this.bytes += sizeOf(learned);
    for (const oldest of this.kept.keys()) {
      if (this.bytes <= this.bytesMax || oldest === tenantId) break;
      this.drop(oldest);
    }
  }

  private drop(tenantId: TenantId): void {
    const learned = this.kept.get(tenantId);
    if (!learned) return;
    this.kept.delete(tenantId);
    this.bytes -= sizeOf(learned);
  }
}

function sizeOf({ text }: Learned): number {
  return text.weights.byteLength;
}
