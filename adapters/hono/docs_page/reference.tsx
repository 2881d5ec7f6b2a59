import { PROBLEM_TYPES } from "../problem.ts";
import type { ApiDocument } from "./document_types.ts";
import { Method, OperationView } from "./operation_view.tsx";
import { SchemaView } from "./schema_view.tsx";

/** The whole reference as one page. */
export function Reference({ document }: { readonly document: ApiDocument }) {
  const { info, tags = [], paths = {}, components } = document;
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .map(([method, operation]) => ({ path, method, operation }))
  );
  const sections = tags.map((tag) => ({
    ...tag,
    operations: operations.filter(({ operation }) =>
      operation.tags.includes(tag.name)
    ),
  }));
  const schemas = Object.entries(components?.schemas ?? {})
    .sort(([a], [b]) => a < b ? -1 : 1);
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{info.title} API</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/docs/style.css" />
      </head>
      <body>
        <a class="skip" href="#content">Skip to the reference</a>
        <nav aria-label="Reference">
          <a class="brand" href="#content">{info.title}</a>
          {sections.map(({ name, operations }) => (
            <details open>
              <summary>{name}</summary>
              <ul>
                {operations.map(({ method, path, operation }) => (
                  <li>
                    <a href={`#${operation.operationId}`}>
                      <Method method={method} />
                      <span>{path.replace("/api/v1", "")}</span>
                    </a>
                  </li>
                ))}
              </ul>
            </details>
          ))}
          <a class="other" href="#schemas">Schemas</a>
          <a class="other" href="/api/openapi.json">OpenAPI 3.1 document</a>
        </nav>
        <main id="content">
          <h1>{info.title} API</h1>
          <p class="lead">{info.description}</p>
          <Conventions />
          {sections.map(({ name, description, operations }) => (
            <section id={`tag-${name}`}>
              <h2>{name}</h2>
              <p class="lead">{description}</p>
              {operations.map((one) =>
                OperationView(one)
              )}
            </section>
          ))}
          <section id="schemas">
            <h2>Schemas</h2>
            {schemas.map(([name, schema]) => (
              <article class="schema" id={`schema-${name}`}>
                <h3>{name}</h3>
                <SchemaView schema={schema} />
              </article>
            ))}
          </section>
        </main>
      </body>
    </html>
  );
}

function Conventions() {
  return (
    <dl class="conventions">
      <div>
        <dt>Who you are</dt>
        <dd>
          <code>Authorization: Bearer</code>{" "}
          with an API key, a session or a token of the identity provider, or the
          session's cookie. Each operation names the action that the role or
          scopes must allow.
        </dd>
      </div>
      <div>
        <dt>Problems</dt>
        <dd>
          <code>application/problem+json</code> (RFC 9457). <code>type</code> is
          {" "}
          <code>{PROBLEM_TYPES}#</code> and the kind; <code>errors</code>{" "}
          lists each wrong place. Another company's id is missing, never
          forbidden.
        </dd>
      </div>
      <div>
        <dt>Repeats</dt>
        <dd>
          Send an <code>Idempotency-Key</code>{" "}
          with a POST and repeat it safely: it happens once, and the answer is
          the same, but for secrets, which are shown once.
        </dd>
      </div>
      <div>
        <dt>Lists</dt>
        <dd>
          <code>?limit=&amp;cursor=</code> gives{" "}
          <code>{"{ data, next_cursor }"}</code>; pass the cursor on until it is
          null.
        </dd>
      </div>
    </dl>
  );
}
