import { drawArmchair, drawPouf } from './pictures/draw-armchair.ts';
import { drawBed } from './pictures/draw-bed.ts';
import { drawBookcase, drawCasework, drawDesk } from './pictures/draw-casework.ts';
import { drawChair } from './pictures/draw-chair.ts';
import {
  drawBook,
  drawCandleHolder,
  drawClock,
  drawMirror,
  drawPlantPot,
  drawTray,
  drawVase,
} from './pictures/draw-decoration.ts';
import { drawLamp } from './pictures/draw-lamp.ts';
import { drawCornerSofa, drawSofa } from './pictures/draw-sofa.ts';
import { drawTable } from './pictures/draw-table.ts';
import { drawBedLinen, drawCurtain, drawCushion, drawHemmed, drawRug, drawThrow } from './pictures/draw-textile.ts';
import { inksFor } from './pictures/inks.ts';
import { colourPen, linePen, n, type Pen } from './pictures/pen.ts';
import type { Scene } from './pictures/scene.ts';
import { hashText } from './seeded-random.ts';
import type { Measures, Product, Variant } from './types.ts';

interface Staging {
  draw(pen: Pen, scene: Scene): void;
  /** Pixels per centimetre: the same for all products of a family, so that a larger one looks larger. */
  readonly scale: number;
  /** Where it stands: on the floor, hangs from above, or is shown flat in the middle. */
  readonly stand: 'floor' | 'hang' | 'flat';
  /** What of the measures is seen, if not width by height: of things that lie, width by depth, or the long side across. */
  readonly seen?: 'flat' | 'across';
  /** Half the width of its shadow, as a share of its own; without it the drawing brings its shadow or has none. */
  readonly shadow?: number;
  /** A fixed size in pixels for things that are shown folded. */
  readonly folded?: readonly [number, number];
  /** Folded things are measured spread out: width by depth, or by height if they hang. */
  readonly spread?: 'depth' | 'height';
}

const floor = (draw: Staging['draw'], scale: number, shadow = 0.53): Staging => ({
  draw,
  scale,
  stand: 'floor',
  shadow,
});

const stagings: Readonly<Record<string, Staging>> = {
  sofa: floor(drawSofa, 2.72),
  'corner-sofa': { draw: drawCornerSofa, scale: 2.36, stand: 'floor' },
  'sofa-bed': floor(drawSofa, 2.85),
  armchair: floor(drawArmchair, 4.3),
  pouf: floor(drawPouf, 5.6),
  bed: floor(drawBed, 2.95),
  nightstand: floor(drawCasework, 6),
  wardrobe: floor(drawCasework, 2.05),
  dresser: floor(drawCasework, 3.7),
  sideboard: floor(drawCasework, 3.1),
  'tv-unit': floor(drawCasework, 3.3),
  bookcase: floor(drawBookcase, 2.15),
  'dining-table': floor(drawTable, 2.75, 0.46),
  'coffee-table': floor(drawTable, 4.6, 0.46),
  desk: floor(drawDesk, 3.7, 0.48),
  chair: floor(drawChair, 5, 0.62),
  'office-chair': floor(drawChair, 4.3, 0.6),
  'bar-stool': floor(drawChair, 4.4, 0.62),
  'floor-lamp': floor(drawLamp, 2.15, 0.34),
  'table-lamp': floor(drawLamp, 7.4, 0.4),
  'pendant-lamp': { draw: drawLamp, scale: 6.2, stand: 'hang' },
  rug: { draw: drawRug, scale: 2.1, stand: 'flat', seen: 'across' },
  cushion: { draw: drawCushion, scale: 7.4, stand: 'flat' },
  curtain: { draw: drawCurtain, scale: 1.6, stand: 'flat', folded: [470, 450], spread: 'height' },
  throw: { draw: drawThrow, scale: 2, stand: 'floor', shadow: 0.53, folded: [430, 190], spread: 'depth' },
  'bed-linen': { draw: drawBedLinen, scale: 2, stand: 'floor', shadow: 0.53, folded: [430, 320], spread: 'depth' },
  vase: floor(drawVase, 8.6, 0.5),
  mirror: { draw: drawMirror, scale: 3, stand: 'flat' },
  book: { draw: drawBook, scale: 13.5, stand: 'flat', seen: 'flat' },
  'candle-holder': floor(drawCandleHolder, 11.5, 0.6),
  'plant-pot': floor(drawPlantPot, 9.5, 0.5),
  clock: { draw: drawClock, scale: 11.5, stand: 'flat' },
  tray: floor(drawTray, 11, 0.5),
};

const VIEW = { width: 800, height: 600 };
const FLOOR_Y = 492;

function stagingOf(product: Product): Staging {
  const staging = stagings[product.family];
  if (!staging) throw new Error(`no drawing for family ${product.family}`);
  return staging;
}

interface Frame {
  readonly maxW: number;
  readonly maxH: number;
  readonly cx: number;
  readonly floorY: number;
  readonly middleY: number;
  readonly scale?: number;
}

/** What the viewer sees of a variant, across and upright, in centimetres. */
function seenCm(staging: Staging, m: Measures): readonly [number, number] {
  if (staging.seen === 'across') return [Math.max(m.widthCm, m.depthCm), Math.min(m.widthCm, m.depthCm)];
  if (staging.seen === 'flat') return [m.widthCm, m.depthCm];
  return [m.widthCm, m.heightCm];
}

function sceneOf(product: Product, variant: Variant, staging: Staging, frame: Frame): Scene {
  const m = variant.measures;
  const [wideCm, highCm] = seenCm(staging, m);
  const natural = staging.folded ?? [wideCm * staging.scale, highCm * staging.scale];
  const wanted = frame.scale ?? 1;
  const fit = Math.min(wanted, frame.maxW / natural[0], frame.maxH / natural[1]);
  const [w, h] = [natural[0] * fit, natural[1] * fit];
  // Low furniture stands a little above the lower edge, so that the picture is not half empty.
  const ground = staging.stand === 'floor' ? Math.min(frame.floorY, frame.middleY + h / 2 + 34) : frame.middleY + h / 2;
  return {
    x: frame.cx - w / 2,
    y: ground - h,
    w,
    h,
    ground,
    cx: frame.cx,
    s: staging.folded ? w / m.widthCm : staging.scale * fit,
    shape: product.shape,
    measures: m,
    mirrored: variant.options.side === 'right',
  };
}

function svg(height: number, content: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${VIEW.width} ${height}" width="${VIEW.width}" height="${height}">${content}</svg>`;
}

/** The variant in its colour on a warm ground: a complete SVG document, 800 × 600, no text, no scripts, nothing external. */
export function drawPicture(product: Product, variant: Variant): string {
  const staging = stagingOf(product);
  const id = `v${hashText(variant.sku).toString(36)}`;
  const pen = colourPen(inksFor(product, variant), id);
  const scene = sceneOf(product, variant, staging, { maxW: 690, maxH: 440, cx: 400, floorY: FLOOR_Y, middleY: 300 });
  if (staging.shadow !== undefined) pen.shadow(scene.cx, scene.ground + 1, scene.w * staging.shadow);
  staging.draw(pen, scene);
  return svg(VIEW.height, `<rect width="800" height="600" fill="#F4F1EA"/>${pen.finish()}`);
}

const INK = '#2B312D';

function dimension(
  x1: number,
  y1: number,
  x2: number,
  y2: number,
  label: string,
  tx: number,
  ty: number,
  anchor: 'middle' | 'start' | 'end',
): string {
  const upright = Math.abs(x1 - x2) < 1;
  const tick = upright
    ? `M${n(x1 - 7)} ${n(y1)}h14M${n(x2 - 7)} ${n(y2)}h14`
    : `M${n(x1)} ${n(y1 - 7)}v14M${n(x2)} ${n(y2 - 7)}v14`;
  return (
    `<path d="M${n(x1)} ${n(y1)}L${n(x2)} ${n(y2)}${tick}" fill="none" stroke="${INK}" stroke-width="1.2"/>` +
    `<text x="${n(tx)}" y="${n(ty)}" text-anchor="${anchor}" font-family="Inter, Arial, sans-serif" font-size="19" fill="${INK}">${label}</text>`
  );
}

/** Folded textiles lie flat on their dimension drawing: one piece with its hem. */
function spreadOut(staging: Staging): Staging {
  if (!staging.spread) return staging;
  return {
    draw: drawHemmed,
    scale: 2,
    stand: 'flat',
    ...(staging.spread === 'depth' ? { seen: 'flat' as const } : {}),
  };
}

/**
 * The first variant as a line drawing with its width, height (or length), depth and, for seats, seat height. Labels are
 * figures and "cm" only, so one drawing serves every language that writes cm; pass `unit` for those that do not.
 */
export function drawDimensions(
  product: Product,
  variant: Variant | undefined = product.variants[0],
  unit = 'cm',
): string {
  if (!variant) throw new Error(`${product.code} has no variant`);
  const staging = spreadOut(stagingOf(product));
  const pen = linePen();
  const scene = sceneOf(product, variant, staging, {
    maxW: 500,
    maxH: 370,
    cx: 390,
    floorY: 470,
    middleY: 270,
    scale: 10,
  });
  staging.draw(pen, scene);
  const m = variant.measures;
  const bottom = Math.max(scene.ground, scene.y + scene.h) + 38;
  const left = scene.x - 42;
  const [wideCm, highCm] = seenCm(staging, m);
  const parts = [
    dimension(scene.x, bottom, scene.x + scene.w, bottom, `${wideCm} ${unit}`, scene.cx, bottom + 28, 'middle'),
    dimension(left, scene.y, left, scene.y + scene.h, `${highCm} ${unit}`, left - 12, scene.y + scene.h / 2 + 6, 'end'),
  ];
  const right = scene.x + scene.w;
  if (m.seatHeightCm !== undefined) {
    const seatY = scene.ground - m.seatHeightCm * scene.s;
    const at = right + 40;
    parts.push(
      dimension(
        at,
        seatY,
        at,
        scene.ground,
        `${m.seatHeightCm} ${unit}`,
        at + 12,
        (seatY + scene.ground) / 2 + 6,
        'start',
      ),
    );
  }
  if (staging.seen === undefined && m.depthCm > 2) {
    // Depth runs away from the viewer: a slanted line at the upper right.
    const [x1, y1, x2, y2] = [right + 12, scene.y + 22, right + 66, scene.y - 18];
    parts.push(
      `<path d="M${n(x1)} ${n(y1)}L${n(x2)} ${n(y2)}m-9-3l9 3l-4 9M${n(x1)} ${n(y1)}l9 3M${n(x1)} ${n(y1)}l4-9" fill="none" stroke="${INK}" stroke-width="1.2"/>`,
      `<text x="${n(x2 - 14)}" y="${n(y2 + 42)}" font-family="Inter, Arial, sans-serif" font-size="19" fill="${INK}">${m.depthCm} ${unit}</text>`,
    );
  }
  return svg(VIEW.height, `<rect width="800" height="600" fill="#fff"/>${pen.finish()}${parts.join('')}`);
}
