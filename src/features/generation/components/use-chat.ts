'use client';

import { useRef, useState } from 'react';
import { useTexts } from '#use-texts';
import type { ChatEvent, ChatTurn } from '../chat/chat-types';
import type { Preferences } from '../preferences/preference-rules';

export type ChatLine = { id: number; who: 'you' | 'headcraft'; text: string };

type Options = {
  team: string;
  style: string;
  engine: 'studio' | undefined;
  preferences: Preferences;
  onChange: (preferences: Preferences) => void;
};

/** The conversation of this page, which lives as long as the page: nobody keeps it. */
export function useChat({ team, style, engine, preferences, onChange }: Options) {
  const { t } = useTexts();
  const [lines, setLines] = useState<ChatLine[]>([]);
  const [quickReplies, setQuickReplies] = useState<string[]>([]);
  /** The reply that is being written; null when none is. */
  const [writing, setWriting] = useState<string | null>(null);
  const running = useRef<AbortController | null>(null);
  const before = useRef<Preferences | null>(null);

  function add(...more: Omit<ChatLine, 'id'>[]) {
    setLines((all) => [...all, ...more.map((line, at) => ({ ...line, id: all.length + at }))]);
  }

  async function send(message: string) {
    if (running.current) return;
    const control = new AbortController();
    running.current = control;
    add({ who: 'you', text: message });
    setQuickReplies([]);
    setWriting('');
    try {
      const turn = await readTurn(
        `/api/teams/${team}/headshots/chat`,
        { message, preferences, before: before.current, style, engine },
        control.signal,
        (words) => setWriting((text) => (text ?? '') + words),
      );
      before.current = preferences;
      onChange(turn.preferences);
      setQuickReplies(turn.quickReplies);
      add({ who: 'headcraft', text: turn.reply });
    } catch (error) {
      const told = (error instanceof Refused && error.message) || t('generation.client.chat.lost');
      add({ who: 'headcraft', text: control.signal.aborted ? t('generation.client.chat.stopped') : told });
    } finally {
      running.current = null;
      setWriting(null);
    }
  }

  return { lines, quickReplies, writing, send, stop: () => running.current?.abort() };
}

/** What the server says of it, in words for the person; empty when it says nothing that can be read. */
class Refused extends Error {}

async function readTurn(
  url: string,
  body: object,
  signal: AbortSignal,
  onWords: (text: string) => void,
): Promise<ChatTurn> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    signal,
  });
  if (!response.ok || !response.body) throw new Refused(await messageOf(response));
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  for (;;) {
    const { value, done } = await reader.read();
    if (done) throw new Error('The answer ended early.');
    text += value;
    const events = text.split('\n\n');
    text = events.pop() ?? '';
    for (const line of events) {
      const event = JSON.parse(line.replace(/^data: /, '')) as ChatEvent;
      if (event.type === 'turn') return event.turn;
      if (event.type === 'error') throw new Refused(event.message);
      onWords(event.text);
    }
  }
}

async function messageOf(response: Response): Promise<string> {
  const answer = (await response.json().catch(() => null)) as {
    error?: { message?: string; details?: { fields?: Record<string, string> } };
  } | null;
  return answer?.error?.details?.fields?.message ?? answer?.error?.message ?? '';
}
