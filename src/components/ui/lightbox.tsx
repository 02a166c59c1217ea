'use client';

import { lazy, type ReactNode, Suspense, useState } from 'react';

const LightboxPanel = lazy(() => import('./lightbox-panel'));

export type LightboxPicture = { src: string; alt: string; caption?: ReactNode };

export type LightboxProps = {
  pictures: readonly LightboxPicture[];
  /** Which one is open; null is closed. */
  index: number | null;
  onIndexChange: (index: number | null) => void;
  /** Buttons for the open picture: favourite, download. */
  actions?: ReactNode;
};

/**
 * One picture as large as the window allows, and larger: a press on it, or + and −. Arrow keys and swipes turn to the next (they move
 * about while it is enlarged), Escape closes.
 */
export function Lightbox(props: LightboxProps) {
  const [opened, setOpened] = useState(false);
  if (props.index !== null && !opened) setOpened(true);
  if (!opened) return null;
  return (
    <Suspense fallback={null}>
      <LightboxPanel {...props} />
    </Suspense>
  );
}
