/** One card as a page of its own: fonts and pictures are inside it, nothing is loaded. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { WORDMARK } from '@/lib/wordmark';
import type { Card } from './cards';

const FONTS = {
  Fraunces: 'src/components/brand/fonts/fraunces-display.woff2',
  Geist: 'node_modules/geist/dist/fonts/geist-sans/Geist-Variable.woff2',
};

/** Tokens of the light theme (`src/app/globals.css`). */
const STYLE = `
* { box-sizing: border-box; margin: 0; }
body { width: 1200px; height: 630px; overflow: hidden; font: 400 30px/40px Geist; color: oklch(21% .01 60);
  background: radial-gradient(1000px 620px at 4% -10%, oklch(78% .13 60 / .26), transparent 70%),
    radial-gradient(900px 620px at 104% 108%, oklch(70% .09 250 / .17), transparent 70%), oklch(98.4% .004 85);
  display: grid; grid-template-columns: 1fr auto; -webkit-font-smoothing: antialiased; }
.left { padding: 64px 56px 60px 72px; display: flex; flex-direction: column; }
svg { height: 44px; align-self: start; }
h1 { font: 400 66px/70px Fraunces; letter-spacing: -.026em; margin-top: auto; text-wrap: balance; }
p { margin-top: 24px; color: oklch(21% .01 60 / .68); text-wrap: balance; }
img { display: block; object-fit: cover; }
.pair { position: relative; width: 504px; height: 630px; }
.pair img { position: absolute; inset: 0; width: 100%; height: 100%; }
.pair img + img { clip-path: inset(0 0 0 44%); }
.pair i { position: absolute; inset: 0 auto 0 44%; width: 3px; margin-left: -1.5px; background: #fff; }
.faces { display: grid; grid-template-columns: repeat(3, 192px); gap: 16px; padding: 67px 72px 67px 0; align-content: center; }
.faces img { width: 192px; height: 240px; border-radius: 14px; }
.lines { width: 520px; align-self: center; margin-right: 72px; padding: 8px 36px; border: 1px solid oklch(91% .006 85);
  border-radius: 16px; background: #fff; }
.lines div { display: flex; justify-content: space-between; gap: 24px; padding: 30px 0; font-size: 26px; }
.lines div + div { border-top: 1px solid oklch(91% .006 85); }
.lines span { color: oklch(21% .01 60 / .68); }
.lines b { font-weight: 560; white-space: nowrap; }
`;

export function cardHtml(card: Card): string {
  const fonts = Object.entries(FONTS)
    .map(
      ([name, file]) =>
        `@font-face { font-family: ${name}; src: url(${inline(file, 'font/woff2')}); font-weight: 100 900; }`,
    )
    .join('\n');
  return `<!doctype html><style>${fonts}${STYLE}</style>
<div class="left">${wordmark()}<h1>${card.title}</h1><p>${card.text}</p></div>${rightOf(card)}`;
}

function rightOf({ pair, faces, lines = [] }: Card): string {
  if (pair) return `<div class="pair">${image(pair.before)}${image(pair.after)}<i></i></div>`;
  if (faces) return `<div class="faces">${faces.map(image).join('')}</div>`;
  const rows = lines.map(({ name, value }) => `<div><span>${name}</span><b>${value}</b></div>`);
  return `<div class="lines">${rows.join('')}</div>`;
}

function wordmark(): string {
  const { viewBox, arch, stroke, head, letters } = WORDMARK;
  return `<svg viewBox="${viewBox}"><path d="${arch}" fill="none" stroke="currentColor" stroke-width="${stroke}"/><circle cx="${head.x}" cy="${head.y}" r="${head.radius}" fill="oklch(64% .17 48)"/><path fill="currentColor" d="${letters}"/></svg>`;
}

function image(name: string): string {
  return `<img src="${inline(path.join('public/examples', `${name}.webp`), 'image/webp')}">`;
}

function inline(file: string, type: string): string {
  return `data:${type};base64,${readFileSync(path.resolve(file)).toString('base64')}`;
}
