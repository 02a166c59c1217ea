'use client';

import { useTheme } from 'next-themes';
import { useSyncExternalStore } from 'react';
import { SegmentedControl } from '@/components/ui/segmented-control';

const OPTIONS = [
  { value: 'system', label: 'System' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
] as const;

const never = () => () => {};

/** Light, dark, or what the device says. The choice lives in the browser, so the server shows "System". */
export function ThemeToggle({ wide = false }: { wide?: boolean }) {
  const { theme, setTheme } = useTheme();
  const mounted = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  return (
    <SegmentedControl
      label="Theme"
      name="theme"
      options={OPTIONS}
      value={mounted ? (theme ?? 'system') : 'system'}
      onValueChange={setTheme}
      wide={wide}
    />
  );
}
