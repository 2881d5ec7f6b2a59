import { type AlikeKey, type CategoryId, contentId } from "../kernel/ids.ts";
import { sha256 } from "../kernel/sha256.ts";

/**
 * What items alike share: a hash of the key of their texts (`words+context` of `cues.ts`) and of what is suggested for
 * them, as it is shown.
 */
export function alikeKeyOf(
  textKey: string,
  suggestion: CategoryId | null,
): AlikeKey {
  return contentId("alk", sha256(`${textKey}\n${suggestion ?? ""}`));
}
