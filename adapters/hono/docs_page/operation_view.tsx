import type { ApiOperation, Content, Parameter } from "./document_types.ts";
import { Limits, SchemaView, Type } from "./schema_view.tsx";

interface Shown {
  readonly method: string;
  readonly path: string;
  readonly operation: ApiOperation;
}

/** One operation: what it takes on the left, how it looks on the right. */
export function OperationView({ method, path, operation }: Shown) {
  const { requestBody, responses, parameters = [] } = operation;
  const good = Object.entries(responses).find(([status]) => status < "300");
  const bad = Object.entries(responses).filter(([status]) => status >= "300");
  const answer = good && mediaOf(good[1].content);
  const body = mediaOf(requestBody?.content);
  return (
    <article id={operation.operationId}>
      <h3>{operation.summary}</h3>
      <p class="line">
        <Method method={method} /> <code class="path">{path}</code>
        <span class="action">
          needs <code>{operation["x-action"]}</code>
        </span>
      </p>
      <div class="columns">
        <div>
          {operation.description && (
            <p class="words">
              <Words text={operation.description} />
            </p>
          )}
          <Parameters parameters={parameters} />
          {body && (
            <>
              <h4>Body</h4>
              <SchemaView schema={body.schema} />
            </>
          )}
          {good && (
            <>
              <h4>Answer {good[0]}</h4>
              <p class="words">{good[1].description}</p>
              {answer && <SchemaView schema={answer.schema} />}
            </>
          )}
          <details>
            <summary>
              Problems: {bad.map(([status]) => status).join(", ")}
            </summary>
            <dl class="problems">
              {bad.map(([status, { description }]) => (
                <div>
                  <dt>{status}</dt>
                  <dd>
                    {description.split("; ").map((one) => (
                      <span class="problem">
                        <Words text={one} />
                      </span>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </details>
        </div>
        <div class="example">
          <pre tabindex={0}>{curlOf(method, path, body?.example)}</pre>
          {answer?.example !== undefined && (
            <pre tabindex={0}>{JSON.stringify(answer.example, null, 2)}</pre>
          )}
        </div>
      </div>
    </article>
  );
}

export function Method({ method }: { readonly method: string }) {
  return <span class={`method ${method}`}>{method.toUpperCase()}</span>;
}

/** Text with `code` in it. */
export function Words({ text }: { readonly text: string }) {
  return (
    <>
      {text.split("`").map((part, i) =>
        i % 2 === 1 ? <code key={i}>{part}</code> : part
      )}
    </>
  );
}

function Parameters(
  { parameters }: { readonly parameters: readonly Parameter[] },
) {
  if (parameters.length === 0) return null;
  return (
    <>
      <h4>Parameters</h4>
      <dl class="members">
        {parameters.map(({ name, required, description, schema, ...rest }) => (
          <div>
            <dt>
              <code>{name}</code>
              <span class="place">{rest.in}</span>
              {required && <span class="required">required</span>}
            </dt>
            <dd>
              <Type schema={schema} /> <Limits schema={schema} />
              {(description ?? schema.description) && (
                <span class="note">
                  <Words text={description ?? schema.description ?? ""} />
                </span>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function mediaOf(content: Content | undefined) {
  return Object.values(content ?? {})[0];
}

function curlOf(method: string, path: string, example: unknown): string {
  const verb = method === "get" ? "" : ` -X ${method.toUpperCase()}`;
  const lines = [
    `curl${verb} "$BALANCE${path}"`,
    `  -H "Authorization: Bearer $KEY"`,
    ...method === "post" ? [`  -H "Idempotency-Key: $(uuidgen)"`] : [],
    ...example === undefined ? [] : [
      `  -H "Content-Type: application/json"`,
      `  -d '${JSON.stringify(example, null, 2)}'`,
    ],
  ];
  return lines.join(" \\\n");
}
