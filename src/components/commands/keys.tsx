/** Keys as they are printed on a keyboard, in the order of pressing. Not on screens without one. */
export function Keys({ keys }: { keys: readonly string[] }) {
  return (
    <span className="flex flex-none gap-1 pointer-coarse:hidden">
      {keys.map((key) => (
        <kbd
          key={key}
          className="grid h-5 min-w-5 place-items-center rounded-[4px] border bg-paper px-1 font-sans text-12 text-ink-2 capitalize"
        >
          {key}
        </kbd>
      ))}
    </span>
  );
}
