import assert from "node:assert/strict";

/** A word that stands in everything a sender can choose, and nowhere else. In lower case, as folded text is. */
export const CANARY = `kestrel${crypto.randomUUID().replaceAll("-", "")}`;

/** Sends a request of the tenant's owner; a body that is text goes as it is. */
export type Send = (
  method: string,
  path: string,
  body?: unknown,
  headers?: Readonly<Record<string, string>>,
) => Promise<{ readonly status: number; readonly text: string }>;

/** Puts the canary wherever a sender can put anything; returns the id of a record that cannot be processed. */
export async function plant(
  send: Send,
): Promise<{ readonly poisoned: string }> {
  async function made(path: string, body: unknown, headers = {}) {
    const { status, text } = await send("POST", path, body, headers);
    assert(status < 300, `${path}: ${status} ${text}`);
    return JSON.parse(text);
  }
  const v1 = "/api/v1";
  const category = await made(`${v1}/categories`, { name: `${CANARY} travel` });
  const connection = await made(`${v1}/connections`, {
    name: `${CANARY} bank`,
  });
  await made(`${v1}/rules`, {
    name: `${CANARY} rule`,
    when: { field: "description", op: "contains", value: `${CANARY} rail` },
    then: { category_id: category.id },
  });
  await made(`${v1}/members`, {
    email: `${CANARY}@example.com`,
    name: CANARY,
    role: "viewer",
  });
  await made(`${v1}/api-keys`, { name: CANARY, role: "viewer" });

  const record = (id: string, description: string) => ({
    external_id: `${CANARY}-${id}`,
    description: `${CANARY} ${description}`,
    counterparty: `${CANARY} ltd`,
    connection_id: connection.id,
    attributes: { [`${CANARY}_unit`]: `${CANARY} value` },
    raw: { [CANARY]: [CANARY] },
  });
  await made(`${v1}/records`, {
    records: [record("rule", "rail"), record("review", "flowers")],
  }, { "Idempotency-Key": `${CANARY}-key` });
  await made(`${v1}/records`, { records: [record("later", "later")] }, {
    Prefer: "respond-async",
  });
  const { record_ids } = await made(`${v1}/records`, {
    records: [record("poison", "poison"), record("beside", "beside it")],
  });
  await sendWrong(send, record("again", "again"));
  return { poisoned: record_ids[0] };
}

/** A person corrects one record and decides the others, with notes. */
export async function decide(send: Send): Promise<void> {
  const v1 = "/api/v1";
  const { data } = JSON.parse((await send("GET", `${v1}/approvals`)).text);
  assert(data.length > 1, "records wait for a person");
  const [first, ...others] = data as readonly Readonly<
    Record<string, string>
  >[];
  const corrected = await send(
    "PATCH",
    `${v1}/records/${first!["record_id"]}`,
    {
      description: `${CANARY} corrected`,
      counterparty: `${CANARY} plc`,
      attributes: { [CANARY]: CANARY },
    },
  );
  assert.equal(corrected.status, 200, corrected.text);
  const { text } = await send("POST", `${v1}/categories`, {
    name: `${CANARY} other`,
  });
  for (const { id } of others) {
    const decided = await send("POST", `${v1}/approvals/${id}/decide`, {
      verdict: "override",
      category_id: JSON.parse(text).id,
      note: `${CANARY} because`,
    }, { "Idempotency-Key": `${CANARY}-${id}` });
    assert.equal(decided.status, 200, decided.text);
  }
}

/** Requests that are refused, each with the canary in the part that is wrong. */
async function sendWrong(send: Send, record: object): Promise<void> {
  const v1 = "/api/v1";
  const traced = {
    traceparent: `00-${"4b".repeat(16)}-${"f0".repeat(8)}-01`,
    tracestate: `${CANARY}=${CANARY}`,
    baggage: `${CANARY}=${CANARY}`,
  };
  const wrong: readonly (readonly [
    status: number,
    ...request: Parameters<Send>,
  ])[] = [
    [400, "POST", `${v1}/records`, `{"records": [{"${CANARY}": `],
    [422, "POST", `${v1}/records`, { [CANARY]: CANARY }],
    [422, "POST", `${v1}/records`, {
      records: [{ ...record, amount: CANARY }],
    }],
    [422, "POST", `${v1}/records`, { records: [record, record] }],
    [415, "POST", `${v1}/records`, CANARY, {
      "content-type": `text/${CANARY}`,
    }],
    [422, "POST", `${v1}/records`, { records: [record] }, {
      "Idempotency-Key": `${CANARY}\u00e9`,
    }],
    [422, "POST", `${v1}/records`, { records: [record] }, {
      "Idempotency-Key": `${CANARY}-key`,
    }],
    [422, "GET", `${v1}/records?${CANARY}=${CANARY}`],
    [200, "GET", `${v1}/records?q=${CANARY}`],
    [422, "GET", `${v1}/records?cursor=${CANARY}`],
    [200, "GET", `${v1}/records?q=a`, undefined, { traceparent: CANARY }],
    [404, "GET", `${v1}/records/${CANARY}`],
    [404, "GET", `/${CANARY}/${CANARY}?${CANARY}`],
    [400, "GET", `${v1}/records`, undefined, { "If-Match": `"${CANARY}"` }],
    [401, "GET", `${v1}/records`, undefined, {
      authorization: `Bearer ${CANARY}`,
    }],
    [401, "GET", "/metrics", undefined, { authorization: `Basic ${CANARY}` }],
    [200, "GET", `${v1}/records`, undefined, {
      ...traced,
      cookie: `${CANARY}=${CANARY}`,
      origin: `https://${CANARY}.example`,
      referer: `https://${CANARY}.example/${CANARY}`,
      "user-agent": CANARY,
      "x-forwarded-for": CANARY,
      "x-request-id": `${CANARY} is no id`,
    }],
  ];
  for (const [status, ...request] of wrong) {
    const answer = await send(...request);
    assert.equal(answer.status, status, `${request[1]}: ${answer.text}`);
  }
}

/** What others are told who do something wrong in the same tenant; no request of theirs holds the canary. */
export async function errorsOfOthers(send: Send): Promise<readonly string[]> {
  const v1 = "/api/v1";
  const requests: readonly Parameters<Send>[] = [
    ["GET", `${v1}/records/rec_00000000000000000000000000`],
    ["GET", `${v1}/records?status=wrong`],
    ["GET", `${v1}/nothing`],
    ["DELETE", `${v1}/records`],
    ["POST", `${v1}/records`, "{"],
    ["POST", `${v1}/records`, { records: [] }],
    ["POST", `${v1}/records`, {
      records: [{
        external_id: "a",
        description: "a",
        connection_id: "con_00000000000000000000000000",
      }],
    }],
    ["POST", `${v1}/rules`, {
      name: "a",
      when: { field: "category", op: "equals", value: "a" },
      then: { category_id: "cat_00000000000000000000000000" },
    }],
    ["POST", `${v1}/approvals/apr_00000000000000000000000000/decide`, {
      verdict: "approve",
    }],
    ["GET", `${v1}/records`, undefined, { authorization: "Bearer none" }],
  ];
  const answers: string[] = [];
  for (const request of requests) {
    const { status, text } = await send(...request);
    assert(status >= 400, `${request[1]}: ${status}`);
    answers.push(text);
  }
  return answers;
}
