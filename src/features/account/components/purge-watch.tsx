'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

/** Reads the page again every few seconds while files are being deleted. Shows nothing. */
export function PurgeWatch() {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => router.refresh(), 4_000);
    return () => clearInterval(timer);
  }, [router]);
  return null;
}
