/** A span as OTLP's JSON has it. */
export interface OtlpSpan {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId: string;
  readonly name: string;
  /** 2: server, 3: client, 5: consumer. */
  readonly kind: number;
  readonly startTimeUnixNano: string;
  readonly attributes: readonly {
    readonly key: string;
    readonly value: Readonly<Record<string, unknown>>;
  }[];
}

/** Takes what services export over OTLP/HTTP, as JSON. */
export interface OtlpCollector {
  /** What makes a service export to here, soon after it happened. */
  readonly env: Readonly<Record<string, string>>;
  /** All bodies as they came. */
  bodies(): readonly string[];
  /** All spans, by their start. */
  spans(): readonly OtlpSpan[];
  /**
   * Ends once a span of each of these names came. To stop the services would make them tell the rest, but under load
   * Deno 2.9.6 can hang in the flush of its exporter when it exits.
   */
  until(...names: readonly string[]): Promise<void>;
  close(): Promise<void>;
}

export function otlpCollector(): OtlpCollector {
  const bodies: string[] = [];
  const server = Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen: () => {} },
    async (request) => {
      bodies.push(await request.text());
      return Response.json({});
    },
  );
  const spans = () =>
    bodies.flatMap((body) => spansIn(JSON.parse(body)))
      .sort((a, b) =>
        Number(BigInt(a.startTimeUnixNano) - BigInt(b.startTimeUnixNano))
      );
  return {
    env: {
      OTEL_DENO: "true",
      OTEL_EXPORTER_OTLP_PROTOCOL: "http/json",
      OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${server.addr.port}`,
      OTEL_SERVICE_NAME: "balance",
      OTEL_BSP_SCHEDULE_DELAY: "100",
      OTEL_BLRP_SCHEDULE_DELAY: "100",
      OTEL_METRIC_EXPORT_INTERVAL: "200",
    },
    bodies: () => bodies,
    spans,
    async until(...names) {
      const came = (name: string) => spans().some((span) => span.name === name);
      while (!names.every(came)) {
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    },
    close: () => server.shutdown(),
  };
}

function spansIn(
  { resourceSpans = [] }: {
    readonly resourceSpans?: readonly {
      readonly scopeSpans: readonly { readonly spans: readonly OtlpSpan[] }[];
    }[];
  },
): readonly OtlpSpan[] {
  return resourceSpans.flatMap(({ scopeSpans }) =>
    scopeSpans.flatMap(({ spans }) => spans)
  );
}

/** An attribute's value; undefined where the span has none of that name. */
export function attributeOf(span: OtlpSpan, name: string): unknown {
  const found = span.attributes.find(({ key }) => key === name);
  return found && Object.values(found.value)[0];
}
