'use client';

import { useRef } from 'react';
import { newRequestKey } from '@/lib/request-key';

type RequestKey = {
  /** The key of this request: the same for the same request, also after another one in between. */
  keyFor: (request: unknown) => string;
  /** What is sent next is a new request, even if it asks for the same. */
  renew: () => void;
};

/** Sent twice, or again after a lost connection, a request counts once. The keys live as long as the form that asks. */
export function useRequestKey(): RequestKey {
  const keys = useRef(new Map<string, string>());
  return {
    keyFor(request) {
      const text = JSON.stringify(request);
      const key = keys.current.get(text) ?? newRequestKey();
      keys.current.set(text, key);
      return key;
    },
    renew() {
      keys.current.clear();
    },
  };
}
