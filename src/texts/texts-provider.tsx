'use client';
import { createContext, type ReactNode, use, useMemo } from 'react';
import type { CompiledMessages } from './catalogue';
import type { Language } from './languages';
import { makeTexts, type Texts } from './make-texts';

type Known = Texts & { readonly messages: CompiledMessages };

export const TextsContext = createContext<Known | null>(null);

type Props = { language: Language; messages: CompiledMessages; children: ReactNode };

/** Texts for the components inside; those of a provider around it stay known. */
export function TextsProvider({ language, messages, children }: Props) {
  const around = use(TextsContext);
  const texts = useMemo(() => {
    const all = around?.language === language ? { ...around.messages, ...messages } : messages;
    return { ...makeTexts(language, (key) => all[key]), messages: all };
  }, [around, language, messages]);
  return <TextsContext value={texts}>{children}</TextsContext>;
}
