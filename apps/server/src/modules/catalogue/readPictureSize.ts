import type { PictureContentType } from './types.ts';

export interface PictureSize {
  width: number;
  height: number;
}

const size = (width: number, height: number): PictureSize | undefined =>
  width >= 1 && height >= 1 && width < 100_000 && height < 100_000
    ? { width: Math.round(width), height: Math.round(height) }
    : undefined;

function ofSvg(text: string): PictureSize | undefined {
  const root = /<svg[^>]*>/.exec(text)?.[0] ?? '';
  const length = (name: string) =>
    Number(new RegExp(`\\s${name}=["'](\\d+(?:\\.\\d+)?)(?:px)?["']`).exec(root)?.[1] ?? Number.NaN);
  const box = /\sviewBox=["']\s*[-\d.]+[\s,]+[-\d.]+[\s,]+([\d.]+)[\s,]+([\d.]+)\s*["']/.exec(root);
  return size(length('width'), length('height')) ?? size(Number(box?.[1]), Number(box?.[2]));
}

/** JPEG (ITU T.81, B.2.2): the first start-of-frame segment holds height and width. */
function ofJpeg(bytes: Buffer): PictureSize | undefined {
  for (let at = 2; at + 9 < bytes.length && bytes[at] === 0xff; ) {
    const marker = bytes[at + 1] ?? 0;
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      return size(bytes.readUInt16BE(at + 7), bytes.readUInt16BE(at + 5));
    }
    at += 2 + bytes.readUInt16BE(at + 2);
  }
  return undefined;
}

/** WebP (RFC 9649): the first chunk is VP8X, VP8L or VP8. */
function ofWebp(bytes: Buffer): PictureSize | undefined {
  if (bytes.length < 30) return undefined;
  const chunk = bytes.toString('latin1', 12, 16);
  if (chunk === 'VP8X') return size(bytes.readUIntLE(24, 3) + 1, bytes.readUIntLE(27, 3) + 1);
  if (chunk === 'VP8 ') return size(bytes.readUInt16LE(26) & 0x3fff, bytes.readUInt16LE(28) & 0x3fff);
  if (chunk !== 'VP8L') return undefined;
  const bits = bytes.readUInt32LE(21);
  return size((bits & 0x3fff) + 1, ((bits >> 14) & 0x3fff) + 1);
}

/** Width and height as the file itself says, so that pages can keep the place free; undefined where it does not. */
export function readPictureSize(contentType: PictureContentType, bytes: Buffer): PictureSize | undefined {
  switch (contentType) {
    case 'image/svg+xml':
      return ofSvg(bytes.toString('utf8'));
    case 'image/png':
      return bytes.length < 24 ? undefined : size(bytes.readUInt32BE(16), bytes.readUInt32BE(20));
    case 'image/jpeg':
      return ofJpeg(bytes);
    case 'image/webp':
      return ofWebp(bytes);
  }
}
