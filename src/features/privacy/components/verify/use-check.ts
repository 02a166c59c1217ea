'use client';

import { useRef, useState } from 'react';
import type { Verification } from '../../provenance/verify-types';

export type Check =
  | { state: 'idle' }
  | { state: 'checking'; name: string }
  | { state: 'done'; name: string; preview: string; verification: Verification }
  | { state: 'failed'; name: string; message: string };

const UNREADABLE = 'This file cannot be read as a picture. JPEG, PNG, WebP and AVIF can be checked.';
const UNREACHABLE = 'The check did not get through. Try again in a moment.';

/** Checks one file after another; only the last one chosen is shown. */
export function useCheck(): { check: Check; verify: (file: File) => void } {
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
    if (!print) return show({ state: 'failed', name, message: UNREADABLE });
    const answer = await ask(print);
    if ('message' in answer) return show({ state: 'failed', name, message: answer.message });
    if (preview.current) URL.revokeObjectURL(preview.current);
    preview.current = URL.createObjectURL(file);
    show({ state: 'done', name, preview: preview.current, verification: answer });
  }
  return { check, verify };
}

async function ask(print: object): Promise<Verification | { message: string }> {
  try {
    const response = await fetch('/api/verify', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(print),
    });
    const body = await response.json();
    return response.ok ? body : { message: body.error?.message ?? UNREACHABLE };
  } catch {
    return { message: UNREACHABLE };
  }
}
