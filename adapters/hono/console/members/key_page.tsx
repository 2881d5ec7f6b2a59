import { fail, ok } from "../../../../src/kernel/result.ts";
import { ACTION_MEANINGS } from "../../../../src/tenancy/action_meanings.ts";
import { apiKeyFailures, isLive } from "../../../../src/tenancy/api_key.ts";
import { listApiKeys } from "../../../../src/tenancy/use_cases/list_api_keys.ts";
import { Card } from "../parts/card.tsx";
import { Fact, Facts } from "../parts/facts.tsx";
import { FormTrouble } from "../parts/form_trouble.tsx";
import { Moment } from "../parts/figures.tsx";
import { Tag } from "../parts/tag.tsx";
import { page } from "../shell/page.tsx";
import { KeyActions } from "./key_actions.tsx";
import { keyState } from "./key_state.ts";
import { keyId, keyPath, KEYS, MEMBERS } from "./member_path.ts";

/** One key: what it may do, when it was used, and ending it. */
export const keyPage = page({
  path: "/members/keys/{id}",
  action: "api_keys.read",
  id: keyId,
  async show({ deps, scope, frame, id, form }) {
    const all = await listApiKeys(deps, scope);
    if (!all.ok) return all;
    const key = all.value.find((one) => one.id === id);
    if (!key) return fail(apiKeyFailures.missing({ api_key_id: id }));
    const now = deps.clock.now();
    const { label, tone } = keyState(key, now);
    return ok({
      title: key.name,
      trail: [
        { href: MEMBERS, label: "Members" },
        { href: KEYS, label: "API keys" },
      ],
      body: (
        <>
          <FormTrouble form={form} labels={{ overlap_s: "Overlap" }} />
          <div class="columns">
            <Card title="The key">
              <Facts>
                <Fact name="State">
                  <Tag tone={tone}>{label}</Tag>
                </Fact>
                <Fact name="Begins with">
                  <code>{key.hint}</code>
                </Fact>
                <Fact name="Role">{key.role}</Fact>
                <Fact name="Source">
                  <code>{key.sourceAgent}</code>
                </Fact>
                <Fact name="Made">
                  <Moment at={key.createdAt} />
                </Fact>
                <Fact name="Last used">
                  <Moment at={key.lastUsedAt} />
                </Fact>
                {key.revokedAt !== null
                  ? (
                    <Fact name="Revoked">
                      <Moment at={key.revokedAt} />
                    </Fact>
                  )
                  : (
                    <Fact name="Ends">
                      <Moment at={key.expiresAt} />
                    </Fact>
                  )}
                {key.replacedBy !== null && (
                  <Fact name="Replaced by">
                    <a href={keyPath(key.replacedBy)}>the newer key</a>
                  </Fact>
                )}
              </Facts>
              {key.scopes.length > 0 && (
                <>
                  <h3>What it may do</h3>
                  <ul>
                    {key.scopes.map((one) => ACTION_MEANINGS[one]).map(Line)}
                  </ul>
                </>
              )}
            </Card>
            {isLive(key, now) && frame.may("api_keys.write") && (
              <KeyActions apiKey={key} form={form} />
            )}
          </div>
        </>
      ),
    });
  },
});

function Line(words: string) {
  return <li>{words}</li>;
}
