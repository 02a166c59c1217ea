import { readFile } from 'node:fs/promises';
import path from 'node:path';

/** Read once, when the product is built. */
export const dynamic = 'force-static';

const LIBRARY = path.join(process.cwd(), 'node_modules/@simplewebauthn/browser/dist/bundle/index.umd.min.js');

/** The passkey library as its package ships it, for the sign-in page, which has no bundle. It stands in `SimpleWebAuthnBrowser`. */
export async function GET(): Promise<Response> {
  const headers = {
    'Content-Type': 'text/javascript; charset=utf-8',
    'Cache-Control': 'no-cache',
  };
  return new Response(await readFile(LIBRARY, 'utf8'), { headers });
}
