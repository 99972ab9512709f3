# Outage Desk as a container: nothing is built, nothing runs as root, nothing but /data is written.
#   docker build -t outage-desk .
#   docker run --read-only --tmpfs /tmp --cap-drop ALL --security-opt no-new-privileges -p 3978:3978 \
#     --env-file env/.env -e DESK_FILE=/desk/desk.yaml -e DATABASE_FILE=/data/outage-desk.sqlite -e HOST=0.0.0.0 \
#     -v outage-desk:/data -v "$PWD/env/desk.yaml:/desk/desk.yaml:ro" outage-desk
FROM node:24-bookworm-slim AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# Nothing of what the bot runs with needs an install script here: the one that brings Node is for machines without it.
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund

FROM node:24-bookworm-slim
ENV NODE_ENV=production DATABASE_FILE=/data/outage-desk.sqlite DESK_FILE=/desk/desk.yaml
WORKDIR /app
# Of root, so that the bot cannot change what it runs.
COPY --from=packages /app/node_modules node_modules
COPY package.json ./
COPY src src
RUN install -d -m 0700 -o node -g node /data && install -d -o node -g node .compile-cache
# What Node compiles of the code is kept in the image: made by the user that runs it, since its folder is by user, then given to root.
ENV NODE_COMPILE_CACHE=/app/.compile-cache
USER node
RUN ["node", "--input-type=module", "-e", "await import('/app/src/app.ts')"]
USER root
# `docker run ... outage-desk check`, and in a container that runs: `docker exec -it NAME outage-desk check`.
RUN ln -s /app/src/bin.mjs /usr/local/bin/outage-desk
RUN chown -R root:root .compile-cache && chmod -R a=rX,u+w .compile-cache
USER node
VOLUME /data
EXPOSE 3978
HEALTHCHECK --interval=30s --timeout=6s --start-period=20s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT || 3978}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "src/outage-desk.ts"]
CMD ["start"]
