/** Takes out all that a tenant has, but its own row and the chain of its events. */
export interface TenantErasure {
  /** Removes up to `limit` rows, and the tenant's jobs but `keptJob`; returns how many rows these were, 0 once none is left. */
  eraseRows(keptJob: string, limit: number): Promise<number>;
  /** The numbers of up to `limit` events whose payload is still there, in order; those of `exceptTypes` are left out. */
  eventsLeft(
    exceptTypes: readonly string[],
    limit: number,
  ): Promise<readonly number[]>;
}
