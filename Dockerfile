# The site in a small image: made in one stage, served in another by a user that may write nowhere.
#
#   docker build --tag news --build-arg SITE_URL=https://news.example.org .
#   docker run --read-only --tmpfs /tmp --cap-drop ALL --security-opt no-new-privileges --publish 3000:3000 news
#
# BASE_PATH is written like /news. CONTENT_DIR is a folder of this tree.

FROM node:24-bookworm-slim AS build
WORKDIR /site
ENV NEXT_TELEMETRY_DISABLED=1
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY . .
ARG SITE_URL=""
ARG BASE_PATH=""
ARG CONTENT_DIR=""
RUN npm run build && rm -rf .next/cache && npm prune --omit=dev --ignore-scripts

FROM node:24-bookworm-slim
WORKDIR /site
ARG BASE_PATH=""
ENV NODE_ENV=production \
    NEXT_TELEMETRY_DISABLED=1 \
    HOST=0.0.0.0 \
    PORT=3000 \
    BASE_PATH=${BASE_PATH}
# Owned by root: the user of the last lines can read all of it and write none.
COPY --from=build /site/package.json /site/package-lock.json /site/next.config.mjs /site/tsconfig.json ./
COPY --from=build /site/node_modules ./node_modules
COPY --from=build /site/lib ./lib
COPY --from=build /site/public ./public
COPY --from=build /site/.next ./.next
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s --retries=3 \
  CMD ["node", "--eval", "const { PORT, BASE_PATH } = process.env; fetch('http://127.0.0.1:' + PORT + BASE_PATH + '/').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
USER node
CMD ["node", "--import", "tsx", "lib/build/start.ts", "--built"]
