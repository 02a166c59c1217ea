import { describe, expect, test } from 'vitest';
import { identifyFile } from './prepare-file';

const JPEG = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70, 73, 70, 0, 1]);
const HEIC = new Uint8Array([0, 0, 0, 24, ...Buffer.from('ftypheic')]);

/** A file that its cloud no longer hands over. */
class GoneFile extends File {
  override arrayBuffer(): Promise<never> {
    return Promise.reject(new DOMException('The requested file could not be read', 'NotReadableError'));
  }
}

/** Larger than it is, and never read. */
class HugeFile extends GoneFile {
  override get size(): number {
    return 3 * 1024 ** 3;
  }
}

describe('a chosen file', () => {
  test('is known by its content, whatever it is called', async () => {
    const one = await identifyFile(new File([JPEG], 'me.jpg', { type: 'image/jpeg' }));
    expect(one).toEqual({ key: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(await identifyFile(new File([JPEG], 'copy'))).toEqual(one);
    expect(await identifyFile(new File([HEIC], 'IMG_0001'))).not.toEqual(one);
  });

  test.each([
    ['text', new File(['hello there, file'], 'notes.txt', { type: 'text/plain' }), 'notPhoto'],
    ['nothing', new File([], 'me.jpg', { type: 'image/jpeg' }), 'empty'],
    ['what cannot be read', new GoneFile([JPEG], 'me.jpg', { type: 'image/jpeg' }), 'unreadable'],
    ['a film of three gigabytes', new HugeFile([JPEG], 'me.jpg', { type: 'image/jpeg' }), 'tooLarge'],
  ])('%s is refused for itself alone', async (_name, file, refused) => {
    expect(await identifyFile(file)).toEqual({ refused });
  });
});
