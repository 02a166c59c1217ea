import { GeistSans } from 'geist/font/sans';
import localFont from 'next/font/local';

// Only ids and keys are set in it: not worth loading ahead of the page, as the package's own export would.
const geistMono = localFont({
  src: '../../../node_modules/geist/dist/fonts/geist-mono/GeistMono-Variable.woff2',
  variable: '--font-geist-mono',
  weight: '100 900',
  preload: false,
  adjustFontFallback: false,
});

// Fraunces, cut down from all axes (121 kB) to the one we use: optical size, at weight 400 and softness 50 (34 kB).
const fraunces = localFont({
  src: './fonts/fraunces-display.woff2',
  variable: '--font-fraunces',
  weight: '400',
  adjustFontFallback: 'Times New Roman',
});

/** Classes that carry the type's variables, for the outermost element. */
export const fontVariables = `${GeistSans.variable} ${geistMono.variable} ${fraunces.variable}`;

/** The same variables as a rule, for pages whose `<html>` is written where no font can be named. */
export const fontRule = `:root{${[
  `--font-geist-sans:${GeistSans.style.fontFamily}`,
  `--font-geist-mono:${geistMono.style.fontFamily}`,
  `--font-fraunces:${fraunces.style.fontFamily}`,
].join(';')}}`;
