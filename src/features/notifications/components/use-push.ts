import { useEffect, useState } from 'react';
import { useTexts } from '#use-texts';
import { hasPushAction, removePushAction, savePushAction } from '../push-actions';

export type PushState =
  /** Not known yet, or this browser cannot: there is nothing to show. */
  | 'none'
  /** An iPhone or iPad can, once the app is on its home screen. */
  | 'install'
  | 'off'
  | 'on'
  /** The person said no to the browser once: only there it can be changed. */
  | 'blocked';

/** Whether this device is told, and the two ways to change it. `publicKey`: what push services know us by. */
export function usePush(publicKey: string) {
  const { t } = useTexts();
  const [state, setState] = useState<PushState>('none');
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<string>();
  useEffect(() => {
    let here = true;
    const look = async () => {
      const found = await findState().catch(() => 'none' as const);
      if (here) setState(found);
    };
    void look();
    return () => {
      here = false;
    };
  }, []);
  const run = async (work: () => Promise<PushState>) => {
    setPending(true);
    setError(undefined);
    try {
      setState(await work());
    } catch (thrown) {
      setError(thrown instanceof Refused ? thrown.message : t('emails.client.notices.push.lost'));
    } finally {
      setPending(false);
    }
  };
  return {
    state,
    pending,
    error,
    turnOn: () => run(() => turnOn(publicKey, t('emails.client.notices.push.unreachable'))),
    turnOff: () => run(turnOff),
  };
}

class Refused extends Error {}

async function findState(): Promise<PushState> {
  if (!('PushManager' in window)) return /iPhone|iPad/.test(navigator.userAgent) ? 'install' : 'none';
  const registration = await navigator.serviceWorker?.getRegistration();
  if (!registration) return 'none';
  if (Notification.permission === 'denied') return 'blocked';
  const subscription = await registration.pushManager.getSubscription();
  if (!subscription) return 'off';
  const told = await hasPushAction({ endpoint: subscription.endpoint });
  return told.ok && told.value ? 'on' : 'off';
}

/** The only place that asks the browser's question, after a press. */
async function turnOn(publicKey: string, unreachable: string): Promise<PushState> {
  const permission = await Notification.requestPermission();
  if (permission !== 'granted') return permission === 'denied' ? 'blocked' : 'off';
  const { pushManager } = await navigator.serviceWorker.ready;
  // What is there may be somebody else's, or made for other keys: this person gets an address of their own.
  await (await pushManager.getSubscription())?.unsubscribe();
  const subscription = await pushManager
    .subscribe({ userVisibleOnly: true, applicationServerKey: publicKey })
    .catch(() => {
      throw new Refused(unreachable);
    });
  const { endpoint, keys } = subscription.toJSON();
  const saved = await savePushAction({
    endpoint: endpoint ?? '',
    keys: { p256dh: keys?.p256dh ?? '', auth: keys?.auth ?? '' },
  });
  if (saved.ok) return 'on';
  await subscription.unsubscribe();
  throw new Refused(saved.message);
}

async function turnOff(): Promise<PushState> {
  const registration = await navigator.serviceWorker.getRegistration();
  const subscription = await registration?.pushManager.getSubscription();
  if (!subscription) return 'off';
  const removed = await removePushAction({ endpoint: subscription.endpoint });
  if (!removed.ok) throw new Refused(removed.message);
  await subscription.unsubscribe();
  return 'off';
}
