/** What a request meets instead of its answer; null: no answer, ever. */
export type Fault = (() => Response) | null;

/** Faults that wait for requests. */
export interface FaultQueue {
  /** The next requests meet these, one each. */
  fault(...faults: readonly Fault[]): void;
  /** A request meets the fault that waits longest, or else its answer. */
  meet(answer: () => Promise<Response>): Promise<Response>;
}

export function faultQueue(): FaultQueue {
  const faults: Fault[] = [];
  return {
    fault: (...some) => void faults.push(...some),
    async meet(answer) {
      const fault = faults.shift();
      if (fault === null) return await new Promise<Response>(() => {});
      return fault ? fault() : await answer();
    },
  };
}
