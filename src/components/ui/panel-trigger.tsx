'use client';

import { cloneElement, type KeyboardEvent, type MouseEvent, type ReactElement } from 'react';
import { useTexts } from '#use-texts';
import { toast } from '@/components/ui/toast';

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
  /** Fetches what opens; begins when somebody is about to press. */
  load: () => Promise<unknown>;
  /** It was pressed, and what opens is there. */
  onOpen: () => void;
};

/**
 * The button of a menu or dialog before its first opening. A page has them all closed, so what draws an open one is not in its first
 * script; from the first press on the panel brings the button itself. Without a connection a line says so, and the page stays.
 */
export function PanelTrigger({ trigger, kind, load, onOpen }: PanelTriggerProps) {
  const { t } = useTexts();
  const { onClick } = trigger.props;
  const near = () => void load().catch(() => {});
  const open = () => void load().then(onOpen, () => toast.error(t('ui.client.lost.part')));
  return cloneElement(trigger, {
    'aria-haspopup': kind,
    'aria-expanded': false,
    onClick: (event) => {
      onClick?.(event);
      open();
    },
    onKeyDown: (event) => {
      if (kind !== 'menu' || event.key !== 'ArrowDown') return;
      event.preventDefault();
      open();
    },
    onPointerEnter: near,
    onFocus: near,
  });
}
