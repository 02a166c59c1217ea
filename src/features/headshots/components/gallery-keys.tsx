'use client';

import { type KeyboardEvent, type ReactNode, useRef } from 'react';

/** Marks what the arrow keys go to: the link of each picture. */
export const CELL = { 'data-cell': '' } as const;

type Box = { left: number; top: number; width: number };

/**
 * Arrow keys go from picture to picture as they lie on the page, Home and End to the first and the last. Enter opens, as on every link;
 * Tab goes on to what is chosen with Space.
 */
export function GalleryKeys({ children }: { children: ReactNode }) {
  const frame = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const cells = [...(frame.current?.querySelectorAll<HTMLElement>('[data-cell]') ?? [])];
    const at = cells.indexOf(event.target as HTMLElement);
    if (at < 0 || event.altKey || event.ctrlKey || event.metaKey) return;
    const to = neighbour(
      event.key,
      at,
      cells.map((cell) => cell.getBoundingClientRect()),
    );
    if (to === null) return;
    event.preventDefault();
    cells[to]?.focus();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only moves the focus between the links in it
    <div ref={frame} onKeyDown={onKeyDown}>
      {children}
    </div>
  );
}

/** Index of the picture that a key goes to; null when the key goes nowhere. */
export function neighbour(key: string, at: number, boxes: readonly Box[]): number | null {
  const last = boxes.length - 1;
  const here = boxes[at];
  if (!here) return null;
  if (key === 'Home') return 0;
  if (key === 'End') return last;
  if (key === 'ArrowLeft') return at > 0 ? at - 1 : null;
  if (key === 'ArrowRight') return at < last ? at + 1 : null;
  if (key !== 'ArrowUp' && key !== 'ArrowDown') return null;
  const down = key === 'ArrowDown';
  const beyond = boxes.flatMap((box, index) =>
    (down ? box.top > here.top + 1 : box.top < here.top - 1) ? [{ box, index }] : [],
  );
  const tops = beyond.map(({ box }) => box.top);
  const row = down ? Math.min(...tops) : Math.max(...tops);
  const inRow = beyond.filter(({ box }) => Math.abs(box.top - row) <= 1);
  const off = (box: Box) => Math.abs(box.left + box.width / 2 - here.left - here.width / 2);
  return inRow.toSorted((a, b) => off(a.box) - off(b.box))[0]?.index ?? null;
}
