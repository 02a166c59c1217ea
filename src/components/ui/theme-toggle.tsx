'use client';

import { useTheme } from 'next-themes';
import { useTexts } from '#use-texts';
import { SegmentedControl } from '@/components/ui/segmented-control';
import { useScriptHere } from '@/components/ui/use-script-here';

const THEMES = ['system', 'light', 'dark'] as const;

/** Light, dark, or what the device says. The choice lives in the browser, so the server shows "System". */
export function ThemeToggle({ wide = false }: { wide?: boolean }) {
  const { t } = useTexts();
  const { theme, setTheme } = useTheme();
  const scriptHere = useScriptHere();
  return (
    <SegmentedControl
      label={t('ui.client.theme.label')}
      name="theme"
      options={THEMES.map((value) => ({ value, label: t(`ui.client.theme.${value}`) }))}
      value={scriptHere ? (theme ?? 'system') : 'system'}
      onValueChange={setTheme}
      wide={wide}
    />
  );
}
