'use client';

import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button, type ButtonProps } from '@/components/ui/button';

type CopyButtonProps = Omit<ButtonProps, 'children' | 'onClick'> & { text: string; label?: string };

/** Copies a text and says so for two seconds. */
export function CopyButton({ text, label = 'Copy', size = 'sm', ...rest }: CopyButtonProps) {
  const [state, setState] = useState<'ready' | 'copied' | 'failed'>('ready');

  useEffect(() => {
    if (state === 'ready') return;
    const timer = setTimeout(() => setState('ready'), 2000);
    return () => clearTimeout(timer);
  }, [state]);

  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setState('copied'),
      () => setState('failed'),
    );
  const Icon = state === 'copied' ? Check : Copy;
  return (
    <Button size={size} onClick={copy} {...rest}>
      <Icon className="size-4" aria-hidden="true" />
      <span aria-live="polite">
        {state === 'copied' ? 'Copied' : state === 'failed' ? 'Copy it by hand' : label}
      </span>
    </Button>
  );
}
