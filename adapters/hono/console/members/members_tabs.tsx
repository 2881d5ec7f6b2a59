import type { Frame } from "../shell/frame.ts";
import { Tabs } from "../parts/tabs.tsx";
import { KEYS, MEMBERS } from "./member_path.ts";

/** People and programs. */
export function MembersTabs(
  { frame, at }: { readonly frame: Frame; readonly at: string },
) {
  if (!frame.may("api_keys.read")) return null;
  return (
    <Tabs
      label="Members and keys"
      tabs={[[MEMBERS, "Members"], [KEYS, "API keys"]]}
      at={at}
    />
  );
}
