'use client';

import { lazy, Suspense, useEffect, useState, useSyncExternalStore } from 'react';

const ToastStack = lazy(() => import('./toast-stack').catch(() => ({ default: PlainToast })));

export type ToastKind = 'success' | 'error' | 'message';
export type Toast = { kind: ToastKind; text: string };

/** Said before the stack is on the page. */
const waiting: Toast[] = [];
let wanted = false;
let changed = () => {};
let take: ((toast: Toast) => void) | undefined;

/** Use as `toast.success('24 credits given to Luca.')`; for news, never for errors of a form. */
export const toast = {
  success: (text: string) => tell({ kind: 'success', text }),
  error: (text: string) => tell({ kind: 'error', text }),
  message: (text: string) => tell({ kind: 'message', text }),
};

function tell(news: Toast): void {
  if (take) take(news);
  else {
    waiting.push(news);
    wanted = true;
    changed();
  }
}

/** The stack is on the page: it gets what waited for it, and from now on each at once. Returns what ends that. */
export function openStack(draw: (toast: Toast) => void): () => void {
  take = draw;
  for (const news of waiting.splice(0)) draw(news);
  return () => {
    take = undefined;
  };
}

/** The place where toasts appear; already part of the app shell. What draws them is loaded with the first one. */
export function Toaster() {
  const first = useSyncExternalStore(
    (listener) => {
      changed = listener;
      return () => {
        changed = () => {};
      };
    },
    () => wanted,
    () => false,
  );
  if (!first) return null;
  return (
    <Suspense fallback={null}>
      <ToastStack />
    </Suspense>
  );
}

/** The last one as a line, where the stack cannot be fetched: without a connection there is the most to say. */
function PlainToast() {
  const [last, setLast] = useState('');
  useEffect(() => openStack(({ text }) => setLast(text)), []);
  return (
    <p
      role="status"
      className="fixed inset-x-4 bottom-20 z-50 rounded-card border bg-card px-4 py-3 font-medium shadow-float empty:hidden sm:right-6 sm:bottom-6 sm:left-auto sm:max-w-90"
    >
      {last}
    </p>
  );
}
