import type { Locator } from '@playwright/test';

/** Where the picture is dark, module by module; row by row from the top. */
type Modules = boolean[][];

/**
 * What a QR code on the screen says, read from its picture as a camera would: found by its dark corners, unmasked and
 * put together by ISO/IEC 18004. Nothing of the program that drew it is used. Versions 1 to 6, without repair of damage.
 */
export async function readQr(image: Locator): Promise<string> {
  return decode(await modulesOf(image));
}

async function modulesOf(image: Locator): Promise<Modules> {
  return image.evaluate(async (element) => {
    const source = element as HTMLImageElement;
    await source.decode();
    const side = 1_000;
    const canvas = new OffscreenCanvas(side, side);
    const pen = canvas.getContext('2d');
    if (!pen) throw new Error('no canvas');
    pen.fillStyle = '#fff';
    pen.fillRect(0, 0, side, side);
    pen.drawImage(source, 0, 0, side, side);
    const { data } = pen.getImageData(0, 0, side, side);
    const dark = (x: number, y: number) => (data[(Math.round(y) * side + Math.round(x)) * 4] ?? 255) < 128;
    const all = Array.from({ length: side }, (_, at) => at);
    const left = all.findIndex((x) => all.some((y) => dark(x, y)));
    const right = all.findLastIndex((x) => all.some((y) => dark(x, y)));
    const top = all.findIndex((y) => all.some((x) => dark(x, y)));
    // The corner's edge is seven modules long.
    let edge = 0;
    while (dark(left + edge, top + 2)) edge += 1;
    const count = Math.round((right + 1 - left) / (edge / 7));
    const step = (right + 1 - left) / count;
    const places = Array.from({ length: count }, (_, at) => at);
    return places.map((row) =>
      places.map((column) => dark(left + (column + 0.5) * step - 0.5, top + (row + 0.5) * step - 0.5)),
    );
  });
}

/** Data codewords of each block, by version and level of repair. */
const blocks: Record<'L' | 'M' | 'Q' | 'H', number[][]> = {
  L: [[19], [34], [55], [80], [108], [68, 68]],
  M: [[16], [28], [44], [32, 32], [43, 43], [27, 27, 27, 27]],
  Q: [[13], [22], [17, 17], [24, 24], [15, 15, 16, 16], [19, 19, 19, 19]],
  H: [[9], [16], [13, 13], [9, 9, 9, 9], [11, 11, 12, 12], [15, 15, 15, 15]],
};

const masks: ((row: number, column: number) => boolean)[] = [
  (r, c) => (r + c) % 2 === 0,
  (r) => r % 2 === 0,
  (_, c) => c % 3 === 0,
  (r, c) => (r + c) % 3 === 0,
  (r, c) => (Math.floor(r / 2) + Math.floor(c / 3)) % 2 === 0,
  (r, c) => ((r * c) % 2) + ((r * c) % 3) === 0,
  (r, c) => (((r * c) % 2) + ((r * c) % 3)) % 2 === 0,
  (r, c) => (((r * c) % 3) + ((r + c) % 2)) % 2 === 0,
];

function decode(modules: Modules): string {
  const size = modules.length;
  const version = (size - 17) / 4;
  const at = (row: number, column: number) => modules[row]?.[column] ?? false;
  const format = formatOf(at, size) ^ 0b101010000010010;
  const level = (['M', 'L', 'H', 'Q'] as const)[(format >> 13) & 3];
  const mask = masks[(format >> 10) & 7];
  const lengths = level && blocks[level][version - 1];
  if (!lengths || !mask) throw new Error(`a QR code of ${size} modules cannot be read`);

  const bits: boolean[] = [];
  let upward = true;
  for (let right = size - 1; right > 0; right -= 2) {
    if (right === 6) right -= 1;
    for (let step = 0; step < size; step += 1) {
      const row = upward ? size - 1 - step : step;
      for (const column of [right, right - 1])
        if (!isFunction(row, column, size, version)) bits.push(at(row, column) !== mask(row, column));
    }
    upward = !upward;
  }
  const words = Array.from({ length: Math.floor(bits.length / 8) }, (_, word) =>
    toNumber(bits.slice(word * 8, word * 8 + 8)),
  );
  const parts: number[][] = lengths.map(() => []);
  let next = 0;
  for (let place = 0; place < Math.max(...lengths); place += 1)
    for (const [block, length] of lengths.entries()) if (place < length) parts[block]?.push(words[next++] ?? 0);
  return readText(parts.flat().flatMap((word) => [7, 6, 5, 4, 3, 2, 1, 0].map((bit) => ((word >> bit) & 1) === 1)));
}

const toNumber = (bits: boolean[]): number => bits.reduce((sum, bit) => sum * 2 + (bit ? 1 : 0), 0);

/** Beside the upper left corner, the highest bit first. */
function formatOf(at: (row: number, column: number) => boolean, size: number): number {
  const first = [0, 1, 2, 3, 4, 5, 7].map((column) => at(8, column));
  const rest = Array.from({ length: 8 }, (_, place) => at(8, size - 8 + place));
  return toNumber([...first, ...rest]);
}

function isFunction(row: number, column: number, size: number, version: number): boolean {
  const corner = (row < 9 && column < 9) || (row < 9 && column >= size - 8) || (row >= size - 8 && column < 9);
  const timing = row === 6 || column === 6;
  const centre = size - 7;
  const aligning = version > 1 && Math.abs(row - centre) <= 2 && Math.abs(column - centre) <= 2;
  return corner || timing || aligning;
}

const alphanumeric = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';

/** Digits, capitals and bytes, one after the other, until the end mark. */
function readText(bits: boolean[]): string {
  let place = 0;
  const take = (count: number) => {
    place += count;
    return toNumber(bits.slice(place - count, place));
  };
  const bytes: number[] = [];
  const say = (text: string) => bytes.push(...new TextEncoder().encode(text));
  while (place + 4 <= bits.length) {
    const mode = take(4);
    if (mode === 0) break;
    if (mode === 1) {
      for (let left = take(10); left > 0; left -= 3)
        say(String(take([0, 4, 7, 10][Math.min(left, 3)] ?? 0)).padStart(Math.min(left, 3), '0'));
    } else if (mode === 2) {
      for (let left = take(9); left > 0; left -= 2) {
        const value = take(left > 1 ? 11 : 6);
        say(left > 1 ? `${alphanumeric[Math.floor(value / 45)]}${alphanumeric[value % 45]}` : `${alphanumeric[value]}`);
      }
    } else if (mode === 4) {
      for (let left = take(8); left > 0; left -= 1) bytes.push(take(8));
    } else throw new Error(`a QR code of mode ${mode} cannot be read`);
  }
  return new TextDecoder().decode(Uint8Array.from(bytes));
}
