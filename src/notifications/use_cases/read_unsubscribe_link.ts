import type { Deps } from "../../../ports/deps.ts";
import type { Failure } from "../../kernel/failure.ts";
import type { Result } from "../../kernel/result.ts";
import {
  readUnsubscribeToken,
  type Unsubscriber,
} from "../parts/unsubscribe_token.ts";

/** Whose e-mails a link ends, where we made it. */
export function readUnsubscribeLink(
  { sealer }: Pick<Deps, "sealer">,
  token: string,
): Promise<Result<Unsubscriber, Failure<"unsubscribe.wrong">>> {
  return readUnsubscribeToken(sealer, token);
}
