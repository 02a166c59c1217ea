'use client';

import { cloneElement, type KeyboardEvent, type MouseEvent, type ReactElement } from 'react';

/** A button, as `Button` or plain. */
export type Trigger = ReactElement<{
  'aria-haspopup'?: 'menu' | 'dialog';
  'aria-expanded'?: boolean;
  onClick?: (event: MouseEvent<HTMLButtonElement>) => void;
  onKeyDown?: (event: KeyboardEvent<HTMLButtonElement>) => void;
  onPointerEnter?: () => void;
  onFocus?: () => void;
}>;

type PanelTriggerProps = {
  trigger: Trigger;
  kind: 'menu' | 'dialog';
  /** Somebody is about to press: load what opens. */
  onNear: () => void;
  onOpen: () => void;
};

/**
 * The button of a menu or dialog before its first opening. A page has them all closed, so what draws an open one is not in its first
 * script; from the first press on the panel brings the button itself.
 */
export function PanelTrigger({ trigger, kind, onNear, onOpen }: PanelTriggerProps) {
  const { onClick } = trigger.props;
  return cloneElement(trigger, {
    'aria-haspopup': kind,
    'aria-expanded': false,
    onClick: (event) => {
      onClick?.(event);
      onOpen();
    },
    onKeyDown: (event) => {
      if (kind !== 'menu' || event.key !== 'ArrowDown') return;
      event.preventDefault();
      onOpen();
    },
    onPointerEnter: onNear,
    onFocus: onNear,
  });
}
