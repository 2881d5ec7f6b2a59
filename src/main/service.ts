import type { QueueBoard } from "../../adapters/hono/board.ts";
import type { HeldOpen } from "../../adapters/hono/held_open.ts";
import type { Tracing } from "../../adapters/opentelemetry/tracing.ts";
import type { Metrics } from "../../adapters/prometheus/metrics.ts";
import type { Deps } from "../../ports/deps.ts";
import type { HostedSignIn } from "../../ports/hosted_sign_in.ts";
import type { IdentityHook } from "../../ports/identity_hook.ts";
import type { PaymentHook } from "../../ports/payment_hook.ts";
import type { RateLimiter } from "../../ports/rate_limiter.ts";
import type { ProcessKind } from "./config.ts";

/** The service with everything behind its ports. */
export interface Service {
  readonly deps: Deps;
  readonly metrics: Metrics;
  readonly tracing: Tracing;
  /** Answers that last; whoever stops serving closes it. */
  readonly held: HeldOpen;
  /** The board of the queues; absent where no Redis keeps them. */
  readonly board?: () => QueueBoard;
  /** Where Clerk tells of its members; absent where no webhooks are configured. */
  readonly identityHook?: IdentityHook;
  readonly hostedSignIn?: HostedSignIn;
  /** Where the payment provider tells of its customers; absent where nothing is sold. */
  readonly paymentHook?: PaymentHook;
  /** Counts requests; absent where nobody is held up. */
  readonly limiter?: RateLimiter;
  /** Begins to carry jobs to the queue and, unless the process only serves, to do them. */
  start(kind: ProcessKind): void;
  /** Whether the storage answers. */
  ready(): Promise<boolean>;
  /** Whether jobs get done: false when they wait although this process is free to do them. */
  alive(): boolean;
  /** Lets what runs finish, for as long as is configured, and closes everything in the reverse order of opening. */
  close(): Promise<void>;
}
