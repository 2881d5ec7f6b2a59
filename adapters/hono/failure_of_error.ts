import { isOutage } from "../../src/events/attempt_job.ts";
import { IdentityDown } from "../../ports/identity.ts";
import { RacesLost } from "../../ports/unit_of_work.ts";
import type { Failure } from "../../src/kernel/failure.ts";
import { requestFailures } from "./request_failures.ts";

/** What a caller is told of something that was thrown: outages by name, anything else as our fault. */
export function failureOfError(error: unknown): Failure {
  if (error instanceof RacesLost) return requestFailures.busy();
  if (error instanceof IdentityDown) return requestFailures.identity_down();
  return isOutage(error)
    ? requestFailures.down()
    : requestFailures.unexpected();
}
