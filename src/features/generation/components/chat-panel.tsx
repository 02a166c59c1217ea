'use client';

import { ArrowUp, MessageSquare, Square } from 'lucide-react';
import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { useTexts } from '#use-texts';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import { Input } from '@/components/ui/input';
import { LONGEST_MESSAGE } from '../chat/chat-types';
import type { Preferences } from '../preferences/preference-rules';
import { useChat } from './use-chat';

type Props = {
  team: string;
  style: string;
  preferences: Preferences;
  onChange: (preferences: Preferences) => void;
  /** Where the words are read, a sentence. */
  privacy: string;
};

/** Wishes in one's own words, for who likes that better than rows. Closed until it is asked for. */
export function ChatPanel(props: Props) {
  const { t } = useTexts();
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <div className="justify-self-stretch">
      <Button
        size="sm"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
        className="text-fill-ink"
      >
        <MessageSquare className="size-4" aria-hidden="true" />
        {t('generation.client.chat.open')}
      </Button>
      <div id={id} hidden={!open} className="mt-3 max-w-form rounded-card border bg-card p-4">
        {open && <Conversation {...props} />}
      </div>
    </div>
  );
}

function Conversation({ team, style, preferences, onChange, privacy }: Props) {
  const { t } = useTexts();
  const { lines, quickReplies, writing, send, stop } = useChat({ team, style, preferences, onChange });
  const [text, setText] = useState('');
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const message = text.trim();
    if (message.length === 0 || writing !== null) return;
    setText('');
    void send(message);
  };
  return (
    <>
      <div role="log" aria-label={t('generation.client.chat.log')} className="grid gap-2 empty:hidden">
        {lines.map(({ id, who, text }) => (
          <Line key={id} who={who}>
            {text}
          </Line>
        ))}
      </div>
      {writing !== null && (
        <div aria-hidden="true" className="mt-2 grid first:mt-0">
          <Line who="headcraft">{writing || '…'}</Line>
        </div>
      )}
      {quickReplies.length > 0 && (
        <ul aria-label={t('generation.client.chat.quick')} className="mt-3 flex flex-wrap gap-2">
          {quickReplies.map((reply) => (
            <li key={reply}>
              <Button size="sm" onClick={() => void send(reply)} className="rounded-full">
                {reply}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <form onSubmit={submit} className={cn('flex gap-2', lines.length > 0 && 'mt-4')}>
        <Input
          ref={input}
          aria-label={t('generation.client.chat.field')}
          placeholder={t('generation.client.chat.example')}
          value={text}
          onChange={({ target }) => setText(target.value)}
          maxLength={LONGEST_MESSAGE}
          autoComplete="off"
          enterKeyHint="send"
        />
        {writing === null ? (
          <Button
            type="submit"
            size="icon"
            aria-label={t('generation.client.chat.send')}
            disabled={text.trim().length === 0}
          >
            <ArrowUp className="size-4" aria-hidden="true" />
          </Button>
        ) : (
          <Button size="icon" aria-label={t('generation.client.chat.stop')} onClick={stop}>
            <Square className="size-4" aria-hidden="true" />
          </Button>
        )}
      </form>
      <p className="mt-2 text-12 text-ink-2">{privacy}</p>
    </>
  );
}

function Line({ who, children }: { who: 'you' | 'headcraft'; children: string }) {
  const { t } = useTexts();
  return (
    <p
      className={cn(
        'max-w-[85%] whitespace-pre-line break-words rounded-card px-3 py-2',
        who === 'you' ? 'justify-self-end bg-wash-2' : 'justify-self-start border bg-paper',
      )}
    >
      <span className="sr-only">{t(`generation.client.chat.${who}`)}</span>
      {children}
    </p>
  );
}
