'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { checkOrderAction } from '../actions';

/** Milliseconds between looks; slower each time, for a bank takes days. */
const FIRST = 2_000;
const SLOWEST = 60_000;

/** Asks again while a payment is being confirmed, in case the event stream or the webhook is late. Shows nothing. */
export function OrderWatch({ team, orderId }: { team: string; orderId: string }) {
  const router = useRouter();
  useEffect(() => {
    let wait = FIRST;
    let timer = setTimeout(look, wait);
    async function look() {
      await checkOrderAction(team, { orderId }).catch(() => null);
      router.refresh();
      wait = Math.min(wait * 2, SLOWEST);
      timer = setTimeout(look, wait);
    }
    return () => clearTimeout(timer);
  }, [team, orderId, router]);
  return null;
}
