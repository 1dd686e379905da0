// The security headers of every response. Plain JavaScript, because the framework loads it with its configuration.

/** The hosts whose players a page may show, once a reader starts a video; `lib/base/videos.ts` names the same. */
export const players = ['https://www.youtube-nocookie.com', 'https://player.vimeo.com'];

/** Other sites whose pictures posts may show: `pictureHosts` of lib/site.ts, which lib/build/run.ts hands on. */
const pictureHosts = (process.env.NEWS_PICTURE_HOSTS ?? '').split(' ').filter((host) => host !== '');
for (const host of pictureHosts) {
  if (/^[a-z0-9.-]+(?::\d+)?$/.test(host)) continue;
  throw new Error(`"${host}" in pictureHosts in lib/site.ts is not a host (fix: write it like images.example.org)`);
}

/** The origin that the form for email sends to: `mailForm` of lib/site.ts, handed on in the same way. */
const mailOrigin = process.env.NEWS_MAIL_ORIGIN ?? '';
if (mailOrigin !== '' && !/^https:\/\/[a-z0-9.-]+(?::\d+)?$/.test(mailOrigin)) {
  throw new Error(
    `"${mailOrigin}" of mailForm in lib/site.ts is not an origin (fix: begin mailForm.action with https://)`,
  );
}

/**
 * What a page may load and do (Content Security Policy Level 3). Nothing runs but the pages' own modules, nothing is
 * loaded from elsewhere but a player that a reader has started, and no text becomes markup by script.
 */
export const pagePolicy = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self'",
  ...(pictureHosts.length > 0 ? [`img-src 'self' ${pictureHosts.map((host) => `https://${host}`).join(' ')}`] : []),
  `frame-src ${players.join(' ')}`,
  "object-src 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "form-action 'self'",
  "require-trusted-types-for 'script'",
].join('; ');

/**
 * What the search page may do: the same, and run WebAssembly, in which Pagefind is written (CSP Level 3, section 4.4).
 * It runs no worker, which would need a policy, and a trusted type, of its own.
 */
export const searchPolicy = pagePolicy.replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'");

/** What the page with the form for email may do: the same, and send that form. Chromium applies it to redirects, too. */
export const subscribePolicy =
  mailOrigin === '' ? pagePolicy : pagePolicy.replace("form-action 'self'", `form-action 'self' ${mailOrigin}`);

/** What an image or a PDF may do when it is opened by itself: nothing, whatever is in it. */
export const filePolicy = "default-src 'none'; style-src 'self' 'unsafe-inline'; sandbox";

/** Who may show an image: everyone, because feed readers and mail show those of posts, and other sites social cards. */
export const fileSharing = 'cross-origin';

/** How long a page may be cached: each request revalidates it by its `ETag`. */
export const pageCaching = 'public, max-age=0, must-revalidate';

/** Browser features that no page uses. */
const powers = ['accelerometer', 'browsing-topics', 'camera', 'geolocation', 'gyroscope', 'magnetometer', 'microphone']
  .concat(['payment', 'usb'])
  .map((power) => `${power}=()`)
  .join(', ');

/**
 * The headers of every answer, pages, feeds, files and errors alike.
 *
 * @returns as `headers()` of the framework's configuration has them.
 */
export function securityHeaders() {
  const always = [
    { key: 'X-Content-Type-Options', value: 'nosniff' },
    { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
    { key: 'Permissions-Policy', value: powers },
    { key: 'Strict-Transport-Security', value: 'max-age=63072000' },
    { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
    { key: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
  ];
  const ending = '\\.(?:png|jpe?g|webp|avif|gif|svg|pdf)$';
  return [
    { source: '/:path*', headers: [...always, { key: 'Content-Security-Policy', value: pagePolicy }] },
    // Of two rules for one header the later wins.
    { source: '/search/', headers: [{ key: 'Content-Security-Policy', value: searchPolicy }] },
    { source: '/subscribe/', headers: [{ key: 'Content-Security-Policy', value: subscribePolicy }] },
    // Their addresses have a version: lib/output/design/fonts.ts.
    { source: '/fonts/:path*', headers: [{ key: 'Cache-Control', value: 'public, max-age=31536000, immutable' }] },
    {
      source: `/:path(.*${ending})`,
      headers: [
        { key: 'Content-Security-Policy', value: filePolicy },
        { key: 'Cross-Origin-Resource-Policy', value: fileSharing },
      ],
    },
  ];
}
