'use client';

import { useEffect } from 'react';
import { LAST_TEAM } from '@/lib/last-team';

const YEAR = 365 * 24 * 60 * 60;

/** Keeps in this browser which team was open last. Shows nothing. */
export function RememberTeam({ slug }: { slug: string }) {
  useEffect(() => {
    const secure = location.protocol === 'https:' ? '; secure' : '';
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser yet
    document.cookie = `${LAST_TEAM}=${slug}; path=/teams; max-age=${YEAR}; samesite=lax${secure}`;
  }, [slug]);
  return null;
}
