# headcraft in one image: the web process and the worker are the same build, started with different commands.
FROM node:20-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --include=dev --no-audit --no-fund
COPY . .
ENV NEXT_TELEMETRY_DISABLED=1
RUN npx next build && npm prune --omit=dev

FROM node:20-bookworm-slim
WORKDIR /app
# Production mode whatever is forgotten: a container without its database must end, not show its mails to strangers.
# Next must not end the process by itself on SIGTERM: the worker hands back what it draws first.
ENV NODE_ENV=production HEADCRAFT_MODE=production HOST=0.0.0.0 PORT=3000 NEXT_MANUAL_SIG_HANDLE=true NEXT_TELEMETRY_DISABLED=1
COPY --from=build --chown=node:node /app /app
# A volume takes its owner from the folder that it covers.
RUN mkdir -p /app/.data && chown node:node /app /app/.data
USER node
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s CMD ["node", "-e", "fetch('http://127.0.0.1:'+(process.env.PORT||3000)+'/api/health').then(r=>process.exit(r.ok?0:1),()=>process.exit(1))"]
# Jobs: `docker run … npx tsx scripts/worker.ts`, as many as the load needs.
CMD ["sh", "-c", "exec npx next start -p $PORT -H $HOST"]
