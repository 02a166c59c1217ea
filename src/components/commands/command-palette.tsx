'use client';

import { Command as Palette } from 'cmdk';
import { Keyboard, Monitor, Moon, Search, Sun } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTheme } from 'next-themes';
import * as Dialog from 'radix-ui/dialog';
import { type ReactNode, useState } from 'react';
import { useTexts } from '#use-texts';
import { overlayClass } from '@/components/ui/panel-class';
import { Time } from '@/components/ui/time';
import { showPanel } from './command-store';
import type { CommandGroup, FindCommands } from './command-types';
import { Keys } from './keys';
import { useFound } from './use-found';

type CommandPaletteProps = {
  groups: readonly CommandGroup[];
  find?: FindCommands | undefined;
  onClose: () => void;
};

const THEMES = [
  { value: 'light', icon: <Sun aria-hidden="true" /> },
  { value: 'dark', icon: <Moon aria-hidden="true" /> },
  { value: 'system', icon: <Monitor aria-hidden="true" /> },
] as const;

/** Every place and action by name: type, choose with the arrow keys, Enter. */
export default function CommandPalette({ groups, find, onClose }: CommandPaletteProps) {
  const { t } = useTexts();
  const [words, setWords] = useState('');
  const found = useFound(find, words.trim());
  const router = useRouter();
  const { setTheme } = useTheme();
  const go = (href: string) => {
    onClose();
    router.push(href);
  };
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className={overlayClass} />
        <Dialog.Content
          aria-describedby={undefined}
          className="fixed inset-x-4 top-[max(1rem,12dvh)] z-50 mx-auto max-w-[560px] overflow-hidden rounded-card border bg-card shadow-float outline-none data-[state=open]:animate-rise phone:inset-x-0 phone:top-0 phone:rounded-t-none phone:border-x-0 phone:border-t-0"
        >
          <Dialog.Title className="sr-only">{t('shell.client.search.title')}</Dialog.Title>
          <Palette label={t('shell.client.search.title')} loop>
            <div className="flex items-center gap-2.5 border-b px-4">
              <Search className="size-4 flex-none text-ink-3" aria-hidden="true" />
              <Palette.Input
                value={words}
                onValueChange={setWords}
                placeholder={t(find ? 'shell.client.search.inTeam' : 'shell.client.search.outside')}
                className="h-12 w-full bg-transparent text-16 outline-none placeholder:text-ink-3"
              />
              <Dialog.Close className="rounded-tag px-1.5 py-0.5 text-12 text-ink-3 hover:bg-wash-2 hover:text-ink">
                {t('ui.client.close')}
              </Dialog.Close>
            </div>
            <Palette.List className="max-h-[min(26rem,60dvh)] overflow-y-auto p-1 outline-none">
              <Palette.Empty className="px-3 py-8 text-center text-ink-2">
                {t('shell.client.search.nothing')}
              </Palette.Empty>
              {groups.map(({ title, commands }) => (
                <Group key={title} title={title}>
                  {commands.map(({ href, label, icon, words: also, keys }) => (
                    <Item key={href} id={`${title} ${label}`} words={also} onSelect={() => go(href)}>
                      {icon}
                      <span className="min-w-0 flex-1 truncate">{label}</span>
                      {keys && <Keys keys={keys} />}
                    </Item>
                  ))}
                </Group>
              ))}
              {found.map((group) => (
                // What the server found matches already, perhaps by an address that is not shown.
                <Group key={group.title} title={group.title} always>
                  {group.found.map(({ href, label, hint, at }) => (
                    <Item key={href} id={href} always onSelect={() => go(href)}>
                      <span className="min-w-0 truncate">{label}</span>
                      <span className="min-w-0 flex-1 truncate text-ink-3">{hint}</span>
                      {at && <Time value={at} style="date" className="text-12 text-ink-3" />}
                    </Item>
                  ))}
                </Group>
              ))}
              <Group title={t('shell.client.search.settings')}>
                {THEMES.map(({ value, icon }) => (
                  <Item
                    key={value}
                    id={t(`shell.client.search.theme.${value}`)}
                    words={t('shell.client.search.themeWords')}
                    onSelect={() => {
                      setTheme(value);
                      onClose();
                    }}
                  >
                    {icon}
                    {t(`shell.client.search.theme.${value}`)}
                  </Item>
                ))}
                <Item
                  id={t('shell.client.keys.title')}
                  words={t('shell.client.search.helpWords')}
                  onSelect={() => showPanel('help')}
                >
                  <Keyboard aria-hidden="true" />
                  <span className="flex-1">{t('shell.client.keys.title')}</span>
                  <Keys keys={['?']} />
                </Item>
              </Group>
            </Palette.List>
          </Palette>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

type GroupProps = { title: string; always?: boolean; children: ReactNode };

function Group({ title, always = false, children }: GroupProps) {
  return (
    <Palette.Group
      heading={title}
      forceMount={always}
      className="**:[[cmdk-group-heading]]:px-2.5 **:[[cmdk-group-heading]]:pt-2.5 **:[[cmdk-group-heading]]:pb-1 **:[[cmdk-group-heading]]:text-12 **:[[cmdk-group-heading]]:text-ink-3"
    >
      {children}
    </Palette.Group>
  );
}

type ItemProps = {
  id: string;
  words?: string | undefined;
  always?: boolean;
  onSelect: () => void;
  children: ReactNode;
};

function Item({ id, words, always = false, onSelect, children }: ItemProps) {
  return (
    <Palette.Item
      value={id}
      {...(words ? { keywords: words.split(' ') } : {})}
      forceMount={always}
      onSelect={onSelect}
      className="flex min-h-9 cursor-pointer select-none items-center gap-2.5 rounded-tag px-2.5 data-[selected=true]:bg-wash-2 pointer-coarse:min-h-11 [&_svg]:size-4 [&_svg]:flex-none [&_svg]:text-ink-2"
    >
      {children}
    </Palette.Item>
  );
}
