'use client';

import { useRef, useState } from 'react';
import { useTexts } from '#use-texts';
import type { Verification } from '../../provenance/verify-types';

export type Check =
  | { state: 'idle' }
  | { state: 'checking'; name: string }
  | { state: 'done'; name: string; preview: string; verification: Verification }
  | { state: 'failed'; name: string; message: string };

/** Checks one file after another; only the last one chosen is shown. */
export function useCheck(): { check: Check; verify: (file: File) => void } {
  const { t } = useTexts();
  const [check, setCheck] = useState<Check>({ state: 'idle' });
  const latest = useRef(0);
  const preview = useRef<string>(undefined);

  async function verify(file: File) {
    const turn = ++latest.current;
    const show = (next: Check) => turn === latest.current && setCheck(next);
    const { name } = file;
    show({ state: 'checking', name });
    const { printFile } = await import('./print-file');
    const print = await printFile(file).catch(() => null);
    if (!print) return show({ state: 'failed', name, message: t('privacy.client.verify.unreadable') });
    const answer = await ask(print);
    if ('refused' in answer) {
      const message = answer.refused ?? t('privacy.client.verify.unreachable');
      return show({ state: 'failed', name, message });
    }
    if (preview.current) URL.revokeObjectURL(preview.current);
    preview.current = URL.createObjectURL(file);
    show({ state: 'done', name, preview: preview.current, verification: answer });
  }
  return { check, verify };
}

/** `refused`: why, in the server's words; null when none came. */
async function ask(print: object): Promise<Verification | { refused: string | null }> {
  try {
    const response = await fetch('/api/verify', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(print),
    });
    const body = await response.json();
    return response.ok ? body : { refused: body.error?.message ?? null };
  } catch {
    return { refused: null };
  }
}
