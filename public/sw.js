/**
 * The service worker. It keeps one page, the one for when there is no connection, with the scripts, styles and fonts of that page, and it
 * shows notices that are pushed. Nothing else is ever put into a cache: no picture, no answer of the API, no page of somebody.
 * The address it is registered under names the build: a new build installs beside the old one and takes over when the last page is closed.
 */
const CACHE = `headcraft-${new URL(self.location.href).searchParams.get('build') ?? 'development'}`;
const OFFLINE = '/offline';
const PART = /\/_next\/static\/[^"'\\\s)?]+\.(?:js|css|woff2)/g;

self.addEventListener('install', (event) => event.waitUntil(keepOfflinePage()));

self.addEventListener('activate', (event) => event.waitUntil(takeOver()));

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin) return;
  // Under `/api/`, too: of what is left alone the browser throws the preloaded answer away and asks again, and the way back from
  // another sign-in service counts once.
  if (request.mode === 'navigate') event.respondWith(page(event));
  else if (url.pathname.startsWith('/_next/static/')) event.respondWith(part(request));
});

/** The page belongs to nobody: it is asked for without cookies. */
async function keepOfflinePage() {
  const cache = await caches.open(CACHE);
  const answer = await fetch(OFFLINE, { credentials: 'omit', cache: 'no-store' });
  if (!answer.ok || answer.redirected) throw new Error(`${OFFLINE} answered ${answer.status}`);
  const parts = new Set((await answer.clone().text()).match(PART));
  await cache.addAll([...parts]);
  await cache.put(OFFLINE, answer);
}

async function takeOver() {
  for (const name of await caches.keys()) if (name !== CACHE) await caches.delete(name);
  await self.registration.navigationPreload?.enable();
}

async function page(event) {
  try {
    return (await event.preloadResponse) ?? (await fetch(event.request));
  } catch {
    return (await kept(OFFLINE)) ?? Response.error();
  }
}

/** Names of these files change with their content, so what was kept is right. */
async function part(request) {
  return (await kept(request)) ?? fetch(request);
}

async function kept(request) {
  return (await caches.open(CACHE)).match(request, { ignoreVary: true });
}

/** One sentence and a path inside the product; anything else is not ours. */
self.addEventListener('push', (event) => {
  const { title, href } = event.data?.json() ?? {};
  if (typeof title !== 'string' || typeof href !== 'string') return;
  event.waitUntil(
    self.registration.showNotification(title, {
      tag: href,
      icon: '/icons/icon-192.png',
      badge: '/icons/badge-96.png',
      data: { href },
    }),
  );
});

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  const url = new URL(event.notification.data.href, self.location.origin);
  if (url.origin === self.location.origin) event.waitUntil(open(url.href));
});

/** A page that shows it already comes to the front; else a new one opens. */
async function open(href) {
  const pages = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const there = pages.find(({ url }) => url === href);
  return there ? there.focus() : self.clients.openWindow(href);
}
