import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { loadWeights, locateInNodeModules } from '@/vision/models/weights';
import { readZipEntry } from '@/vision/models/zip-entry';

/** A ZIP with one deflated entry, by the format's own layout. */
function zipOf(name: string, content: Buffer): Buffer {
  const body = deflateRawSync(content);
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  local.writeUInt16LE(name.length, 26);
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50, 0);
  central.writeUInt16LE(8, 10);
  central.writeUInt32LE(body.length, 20);
  central.writeUInt32LE(content.length, 24);
  central.writeUInt16LE(name.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(30 + name.length + body.length, 16);
  return Buffer.concat([local, Buffer.from(name), body, central, Buffer.from(name), end]);
}

describe('weights', () => {
  it('are the pinned ones, inside archives too', () => {
    expect(loadWeights('faceDetectorShort').length).toBe(229_746);
    expect(loadWeights('faceDetectorFull').length).toBe(1_083_984);
    expect(loadWeights('faceMesh').length).toBe(2_553_590);
    expect(loadWeights('blendshapes').length).toBe(955_312);
    expect(loadWeights('personParsing').length).toBe(16_371_837);
    expect(loadWeights('faceEmbedding').length).toBe(38_696_353);
    expect(loadWeights('portraitMatting').length).toBe(25_888_640);
  });

  it('says which file is missing', () => {
    expect(() => locateInNodeModules('no-such-package/model.onnx')).toThrow('no-such-package/model.onnx');
  });

  it('reads an entry of an archive and refuses what is none', () => {
    const zip = zipOf('model.bin', Buffer.from('numbers'));
    expect(readZipEntry(zip, 'model.bin').toString()).toBe('numbers');
    expect(() => readZipEntry(zip, 'other.bin')).toThrow('other.bin');
    expect(() => readZipEntry(Buffer.from('no archive at all, only words'), 'model.bin')).toThrow('ZIP');
  });
});
