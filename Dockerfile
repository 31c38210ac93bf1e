# Pressoir in one container: slim, not root, the database and the archive in /data.
FROM node:24.21.0-trixie-slim AS packages
WORKDIR /app
COPY package.json package-lock.json ./
# The base image is Node 24 already: the copy that npm would bring stays out.
RUN npm ci --omit=dev --ignore-scripts && rm -rf node_modules/node node_modules/.bin/node node_modules/node-bin-*

FROM node:24.21.0-trixie-slim
ENV NODE_ENV=production
WORKDIR /app
COPY --from=packages /app/node_modules ./node_modules
COPY package.json pressoir.mjs LICENSE NOTICE ./
COPY src ./src
COPY demo ./demo
COPY config ./config
RUN mkdir /data && chown node:node /data && ln -s /app/pressoir.mjs /usr/local/bin/pressoir
USER node
WORKDIR /data
VOLUME /data
# Alive, not ready: a platform that is away is mended by no restart (docs/operations.md). With another port under
# « surveillance », or none, give the container another health check.
HEALTHCHECK --interval=60s --timeout=10s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:9464/healthz').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
STOPSIGNAL SIGTERM
# A small young generation and a bounded heap: half the memory for the same speed (bench/RESULTS.md).
ENTRYPOINT ["node", "--max-semi-space-size=2", "--max-old-space-size=384", "/app/pressoir.mjs"]
CMD ["run", "--config", "/app/config/pressoir.yaml"]
