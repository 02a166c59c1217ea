'use client';

import * as Primitive from 'radix-ui/tooltip';
import type { ReactNode } from 'react';

type TooltipProps = {
  content: ReactNode;
  /** One focusable element. It needs its own `aria-label`: touch never sees the tooltip. */
  children: ReactNode;
  side?: 'top' | 'right' | 'bottom' | 'left';
};

/** A few words for an icon button, on hover and on focus. Never the only place something is said. */
export function Tooltip({ content, children, side = 'top' }: TooltipProps) {
  return (
    <Primitive.Provider delayDuration={300}>
      <Primitive.Root>
        <Primitive.Trigger asChild>{children}</Primitive.Trigger>
        <Primitive.Portal>
          <Primitive.Content
            side={side}
            sideOffset={6}
            collisionPadding={8}
            className="z-50 max-w-64 animate-fade rounded-tag bg-ink px-2 py-1 font-medium text-12 text-paper"
          >
            {content}
          </Primitive.Content>
        </Primitive.Portal>
      </Primitive.Root>
    </Primitive.Provider>
  );
}
