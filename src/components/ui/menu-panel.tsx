'use client';

import * as Primitive from 'radix-ui/dropdown-menu';
import type { ComponentProps } from 'react';
import { cn } from '@/components/ui/cn';
import type { DropdownMenuProps } from './dropdown-menu';

const itemClass =
  'flex min-h-9 cursor-pointer select-none items-center gap-2.5 rounded-tag px-2.5 outline-none data-[disabled]:cursor-not-allowed data-[disabled]:opacity-50 data-highlighted:bg-wash-2 pointer-coarse:min-h-11 [&_svg]:size-4 [&_svg]:text-ink-2';

/** The menu from its first opening on; `dropdown-menu.tsx` has the button until then. */
export function MenuPanel({ trigger, children, align = 'end', side, className }: DropdownMenuProps) {
  return (
    // Not modal: a menu does not lock the page, so nothing shifts and the rest stays readable.
    <Primitive.Root modal={false} defaultOpen>
      <Primitive.Trigger asChild>{trigger}</Primitive.Trigger>
      <Primitive.Portal>
        <Primitive.Content
          align={align}
          side={side}
          sideOffset={6}
          collisionPadding={12}
          className={cn(
            'z-50 max-h-(--radix-dropdown-menu-content-available-height) min-w-48 overflow-y-auto rounded-card border bg-card p-1 shadow-float data-[state=open]:animate-rise',
            className,
          )}
        >
          {children}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}

type MenuItemProps = ComponentProps<typeof Primitive.Item> & { danger?: boolean };

export function MenuItem({ danger = false, className, ...rest }: MenuItemProps) {
  return (
    <Primitive.Item className={cn(itemClass, danger && 'text-bad [&_svg]:text-bad', className)} {...rest} />
  );
}

export function MenuLabel({ className, ...rest }: ComponentProps<typeof Primitive.Label>) {
  return <Primitive.Label className={cn('px-2.5 py-1.5 text-12 text-ink-3', className)} {...rest} />;
}

export function MenuSeparator() {
  return <Primitive.Separator className="-mx-1 my-1 h-px bg-line" />;
}
