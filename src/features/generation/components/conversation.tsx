'use client';

import { ArrowUp, Square } from 'lucide-react';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTexts } from '#use-texts';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import { Input } from '@/components/ui/input';
import { LONGEST_MESSAGE } from '../chat/chat-types';
import type { ChatPanelProps } from './chat-panel';
import { useChat } from './use-chat';

/** What was said, and the field to say more. Takes the focus: somebody has just asked for it. */
export default function Conversation(props: ChatPanelProps) {
  const { privacy, ...about } = props;
  const { t } = useTexts();
  const { lines, quickReplies, writing, send, stop } = useChat(about);
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
