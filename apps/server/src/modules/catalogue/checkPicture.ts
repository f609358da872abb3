import { createHash } from 'node:crypto';
import { faultOfSvg } from './checkSvg.ts';
import { readPictureSize } from './readPictureSize.ts';
import type { PictureContentType, PictureInput } from './types.ts';

/** A picture as it is kept: its bytes, their SHA-256 (the ETag), and the size the file itself names. */
export interface CheckedPicture {
  bytes: Buffer;
  sha256: string;
  width: number | null;
  height: number | null;
}

export const largestSvgBytes = 512 * 1024;
export const largestPictureBytes = 3 * 1024 * 1024;

/** What the first bytes of a file of each type must be: a picture that calls itself a PNG and is HTML is refused. */
const SIGNATURES: Readonly<Record<Exclude<PictureContentType, 'image/svg+xml'>, (bytes: Buffer) => boolean>> = {
  'image/png': (bytes) => bytes.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])),
  'image/jpeg': (bytes) => bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff,
  'image/webp': (bytes) => bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP',
};

function bytesOf(input: PictureInput): Buffer | string {
  if (input.contentType === 'image/svg+xml') {
    const bytes = Buffer.from(input.content, 'utf8');
    if (bytes.length > largestSvgBytes) return `an SVG may have ${largestSvgBytes / 1024} KB`;
    const fault = faultOfSvg(input.content);
    return fault === undefined ? bytes : `this SVG cannot be shown safely: ${fault}`;
  }
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(input.content)) return 'the content is not base64';
  const bytes = Buffer.from(input.content, 'base64');
  if (bytes.length > largestPictureBytes) return `a picture may have ${largestPictureBytes / 1024 / 1024} MB`;
  return SIGNATURES[input.contentType](bytes) ? bytes : `the content is no ${input.contentType}`;
}

/** The picture ready to be kept, or what is wrong with it, in words. */
export function checkPicture(input: PictureInput): CheckedPicture | string {
  const bytes = bytesOf(input);
  if (typeof bytes === 'string') return bytes;
  const size = readPictureSize(input.contentType, bytes);
  return {
    bytes,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    width: size?.width ?? null,
    height: size?.height ?? null,
  };
}

const EXTENSIONS: Readonly<Record<PictureContentType, string>> = {
  'image/svg+xml': 'svg',
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
};

export function pictureUrl(id: string, contentType: PictureContentType): string {
  return `/media/${id}.${EXTENSIONS[contentType]}`;
}
