/**
 * The pair of keys that push services know us by. In production from the environment; embedded mode makes one and keeps it in the
 * data folder. With another pair every device has to be asked again.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import webPush from 'web-push';
import { env } from '@/env';

export type VapidKeys = { publicKey: string; privateKey: string };

/** Null: nothing is pushed here, and no page offers it. */
export function vapidKeys(): VapidKeys | null {
  const { VAPID_PUBLIC_KEY, VAPID_PRIVATE_KEY, embedded } = env();
  if (VAPID_PUBLIC_KEY && VAPID_PRIVATE_KEY)
    return { publicKey: VAPID_PUBLIC_KEY, privateKey: VAPID_PRIVATE_KEY };
  return embedded ? localKeys() : null;
}

/** Whom a push service writes to when something is wrong with what we send. */
export function vapidSubject(): string {
  return `mailto:${env().contactEmail}`;
}

function localKeys(): VapidKeys {
  const file = path.join(env().dataDir, 'secrets', 'vapid.json');
  if (!existsSync(file)) {
    mkdirSync(path.dirname(file), { recursive: true });
    try {
      writeFileSync(file, JSON.stringify(webPush.generateVAPIDKeys()), { flag: 'wx', mode: 0o600 });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
  return JSON.parse(readFileSync(file, 'utf8')) as VapidKeys;
}
