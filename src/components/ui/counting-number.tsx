'use client';

import { useEffect, useRef, useState } from 'react';
import { useTexts } from '#use-texts';

const DURATION_MS = 300;

/** A balance that counts to its new value in 300 ms when it changes; still when motion is reduced. */
export function CountingNumber({ value }: { value: number }) {
  const { number } = useTexts();
  const [shown, setShown] = useState(value);
  const from = useRef(value);

  useEffect(() => {
    const start = from.current;
    if (start === value) return;
    const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    const begun = performance.now();
    let frame = requestAnimationFrame(function step(now) {
      const part = still ? 1 : Math.min(1, (now - begun) / DURATION_MS);
      from.current = Math.round(start + (value - start) * part);
      setShown(from.current);
      if (part < 1) frame = requestAnimationFrame(step);
    });
    return () => cancelAnimationFrame(frame);
  }, [value]);

  return (
    <>
      <span aria-hidden="true">{number(shown)}</span>
      <span className="sr-only">{number(value)}</span>
    </>
  );
}
