# One image for every process; the command says which:
#   docker build -t balance .
#   docker run -p 127.0.0.1:8000:8000 -v balance:/app/.data balance               all in one, embedded
#   docker run -e DATABASE_URL=… -e REDIS_URL=… balance deno task serve|work      as compose.yaml does

# Everything that is fetched is fetched here, as the lock file says.
FROM denoland/deno:2.9.6 AS packages
WORKDIR /app
ENV DENO_DIR=/deno-dir
COPY deno.json deno.lock package.json ./
RUN deno install --frozen

FROM denoland/deno:2.9.6
WORKDIR /app
ENV DENO_DIR=/deno-dir \
    DENO_NO_UPDATE_CHECK=1 \
    BALANCE_HOST=0.0.0.0 \
    BALANCE_PORT=8000
COPY --from=packages --chown=deno:deno /deno-dir /deno-dir
COPY deno.json deno.lock package.json ./
COPY migrations migrations
COPY ports ports
COPY adapters adapters
COPY src src
# The folder of an embedded service; where DATABASE_URL is given, only the one for files is used.
RUN mkdir -p .data/files && chown -R deno:deno .data
USER deno
RUN deno cache --frozen src/main/start.ts src/main/migrate.ts src/main/create_tenant.ts
VOLUME ["/app/.data"]
EXPOSE 8000
# Every process that stays answers /livez at BALANCE_PORT, which is set above for all kinds.
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s --retries=3 \
  CMD ["deno", "eval", "const { ok } = await fetch(`http://127.0.0.1:${Deno.env.get('BALANCE_PORT')}/livez`); Deno.exit(ok ? 0 : 1)"]
# `deno task` hands it on to the process it runs, which drains and ends with code 0.
STOPSIGNAL SIGTERM
CMD ["deno", "task", "start"]
