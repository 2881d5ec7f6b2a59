import type { Instant } from "../../../../src/kernel/instant.ts";
import { ok } from "../../../../src/kernel/result.ts";
import { isLive } from "../../../../src/tenancy/api_key.ts";
import {
  listApiKeys,
  type ListedApiKey,
} from "../../../../src/tenancy/use_cases/list_api_keys.ts";
import { DataTable } from "../parts/data_table.tsx";
import { Empty } from "../parts/empty.tsx";
import { Moment } from "../parts/figures.tsx";
import { Tag } from "../parts/tag.tsx";
import { page } from "../shell/page.tsx";
import { keyState } from "./key_state.ts";
import { keyPath, KEYS, MEMBERS } from "./member_path.ts";
import { MembersTabs } from "./members_tabs.tsx";

/** The keys that programs sign in with. */
export const keysPage = page({
  path: "/members/keys",
  action: "api_keys.read",
  async show({ deps, scope, frame }) {
    const all = await listApiKeys(deps, scope);
    if (!all.ok) return all;
    const now = deps.clock.now();
    const live = all.value.filter((one) => isLive(one, now)).toReversed();
    const ended = all.value.filter((one) => !isLive(one, now)).toReversed();
    return ok({
      title: "API keys",
      lead:
        "What programs sign in with. A secret is shown once, when it is made.",
      trail: [{ href: MEMBERS, label: "Members" }],
      tools: frame.may("api_keys.write") && (
        <a class="button primary" href={`${KEYS}/new`}>New key</a>
      ),
      body: (
        <>
          <MembersTabs frame={frame} at={KEYS} />
          {live.length === 0
            ? (
              <Empty title="No key works">
                <p>Programs need one to send records, and to read anything.</p>
              </Empty>
            )
            : (
              <Keys
                caption="Keys that work, the newest first"
                keys={live}
                now={now}
              />
            )}
          {ended.length > 0 && (
            <details>
              <summary>Revoked and expired ({ended.length})</summary>
              <Keys caption="Open nothing any more" keys={ended} now={now} />
            </details>
          )}
        </>
      ),
    });
  },
});

function Keys(
  { caption, keys, now }: {
    readonly caption: string;
    readonly keys: readonly ListedApiKey[];
    readonly now: Instant;
  },
) {
  return (
    <DataTable<ListedApiKey>
      caption={caption}
      columns={[
        {
          label: "Name",
          isTitle: true,
          cell: ({ id, name }) => <a href={keyPath(id)}>{name}</a>,
        },
        { label: "Begins with", cell: ({ hint }) => <code>{hint}</code> },
        { label: "Role", cell: ({ role }) => role },
        { label: "Last used", cell: (one) => <Moment at={one.lastUsedAt} /> },
        {
          label: "State",
          cell: (one) => {
            const { label, tone } = keyState(one, now);
            return <Tag tone={tone}>{label}</Tag>;
          },
        },
      ]}
      rows={keys}
    />
  );
}
