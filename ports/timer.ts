/** Lets time pass. */
export interface Timer {
  wait(ms: number): Promise<void>;
}
