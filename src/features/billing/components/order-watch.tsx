'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

/** Milliseconds between looks; slower each time, for a bank takes days. */
const FIRST = 2_000;
const SLOWEST = 60_000;

/**
 * Reads the page again while a payment is being confirmed, and with it asks Stripe, in case the event stream or the webhook is
 * late. Shows nothing.
 */
export function OrderWatch() {
  const router = useRouter();
  useEffect(() => {
    let wait = FIRST;
    let timer = setTimeout(look, wait);
    function look() {
      router.refresh();
      wait = Math.min(wait * 2, SLOWEST);
      timer = setTimeout(look, wait);
    }
    return () => clearTimeout(timer);
  }, [router]);
  return null;
}
