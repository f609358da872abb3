import { type Pen, p, roundedRect } from './pen.ts';
import type { Scene } from './scene.ts';

/** Floor, table and pendant lamps, lit. */
export function drawLamp(pen: Pen, scene: Scene): void {
  const draw = lamps[scene.shape.silhouette ?? 'ball'];
  if (draw) draw(pen, scene);
}

/** A cloth or paper shade, wider below. */
function drum(pen: Pen, cx: number, y: number, top: number, bottom: number, h: number, tone: 'main' | 'linen'): void {
  pen.soft(p`M${cx - top / 2} ${y}H${cx + top / 2}L${cx + bottom / 2} ${y + h}H${cx - bottom / 2}z`, tone);
  pen.ellipse(cx, y + h, bottom / 2, bottom * 0.045, 'glass');
}

const lamps: Readonly<Record<string, (pen: Pen, scene: Scene) => void>> = {
  arc(pen, { x, y, w, ground, s }) {
    const foot = x + 20 * s;
    const head = x + w - 20 * s;
    const headY = y + 34 * s;
    pen.glow(head, headY + 20 * s, 56 * s);
    pen.rect(foot - 19 * s, ground - 4 * s, 38 * s, 4 * s, 2 * s, 'main-2');
    pen.line(
      p`M${foot} ${ground - 4 * s}V${y + 80 * s}C${foot} ${y - 18 * s} ${head} ${y - 22 * s} ${head} ${headY}`,
      'main',
      2.4 * s,
    );
    pen.soft(
      p`M${head - 19 * s} ${headY + 16 * s}C${head - 18 * s} ${headY - 3 * s} ${head + 18 * s} ${headY - 3 * s} ${head + 19 * s} ${headY + 16 * s}z`,
      'main',
    );
    pen.ellipse(head, headY + 16 * s, 19 * s, 2.6 * s, 'glass');
  },
  tripod(pen, { cx, y, w, ground, s }) {
    const hub = y + 48 * s;
    pen.glow(cx, y + 22 * s, 62 * s);
    pen.path(p`M${cx - 1.5 * s} ${hub}h${3 * s}L${cx + 3 * s} ${ground - 8 * s}h${-2.5 * s}z`, 'legs-2');
    for (const side of [-1, 1])
      pen.path(
        p`M${cx - 2 * s} ${hub}h${4 * s}L${cx + side * (w / 2 - 2 * s) + 1.3 * s} ${ground}h${-2.6 * s}z`,
        'legs',
      );
    pen.rect(cx - 4 * s, hub - 3 * s, 8 * s, 5 * s, 2, 'legs+1');
    pen.rect(cx - s, y + 34 * s, 2 * s, 14 * s, 0, 'metal');
    drum(pen, cx, y, w * 0.72, w * 0.86, 36 * s, 'main');
  },
  reading(pen, { cx, y, ground, s }) {
    pen.glow(cx - 26 * s, y + 22 * s, 40 * s);
    pen.ellipse(cx, ground - 1.5 * s, 13 * s, 2.6 * s, 'main-2');
    pen.rect(cx - 0.9 * s, y + 4 * s, 1.8 * s, ground - y - 5 * s, 0.9 * s, 'main');
    pen.line(p`M${cx} ${y + 5 * s}L${cx - 22 * s} ${y + 10 * s}`, 'main', 1.6 * s);
    pen.soft(p`M${cx - 18 * s} ${y + 5 * s}l${-12 * s} ${3 * s}l${2.4 * s} ${9 * s}l${12 * s} ${-3 * s}z`, 'main');
    pen.ellipse(cx, y + 5 * s, 2.2 * s, 2.2 * s, 'main+1');
  },
  mushroom(pen, { cx, y, w, ground, s }) {
    pen.glow(cx, y + 18 * s, 34 * s);
    pen.soft(
      p`M${cx - 4 * s} ${y + 14 * s}h${8 * s}Q${cx + 5 * s} ${ground - 8 * s} ${cx + 10 * s} ${ground}H${cx - 10 * s}Q${cx - 5 * s} ${ground - 8 * s} ${cx - 4 * s} ${y + 14 * s}z`,
      'main-1',
    );
    pen.soft(
      p`M${cx - w / 2} ${y + 15 * s}C${cx - w / 2} ${y - 5 * s} ${cx + w / 2} ${y - 5 * s} ${cx + w / 2} ${y + 15 * s}z`,
      'main',
    );
    pen.ellipse(cx, y + 15 * s, w / 2, 1.8 * s, 'glass');
  },
  ball(pen, { cx, y, w, ground, s }) {
    const r = 13 * s;
    pen.glow(cx, y + 14 * s, 40 * s);
    pen.rect(cx - 7 * s, ground - 2 * s, 14 * s, 2 * s, 1, 'legs');
    pen.rect(cx - 1.5 * s, y + 20 * s, 3 * s, 10 * s, 1, 'metal');
    pen.soft(p`M${cx - r} ${ground - 2 * s - r}a${r} ${r} 0 0 1 ${2 * r} 0a${r} ${r} 0 0 1 ${-2 * r} 0z`, 'main');
    pen.veil(
      p`M${cx - r * 0.55} ${ground - 2 * s - r * 1.5}a${r * 0.7} ${r * 0.7} 0 0 1 ${r * 0.6} ${-r * 0.28}a${r * 0.9} ${r * 0.9} 0 0 0 ${-r * 0.75} ${r * 0.75}z`,
      0.4,
    );
    drum(pen, cx, y, w * 0.62, w, 22 * s, 'linen');
  },
  drop(pen, { cx, y, w, h, ground, s }) {
    const r = w / 2;
    pen.glow(cx, ground - r, 26 * s);
    pen.path(
      p`M${cx} ${y}C${cx + 2 * s} ${y + h * 0.3} ${cx + r} ${y + h * 0.42} ${cx + r} ${ground - r * 0.95}A${r} ${r * 0.95} 0 0 1 ${cx - r} ${ground - r * 0.95}C${cx - r} ${y + h * 0.42} ${cx - 2 * s} ${y + h * 0.3} ${cx} ${y}z`,
      'main',
    );
    pen.glow(cx, ground - r * 0.9, r * 0.95);
    pen.veil(
      p`M${cx - r * 0.6} ${ground - r * 1.2}q${r * 0.1} ${-r * 0.5} ${r * 0.4} ${-r * 0.75}q${-r * 0.05} ${r * 0.5} ${-r * 0.15} ${r * 0.9}z`,
      0.5,
    );
    pen.rect(cx - 6 * s, ground - 1.5 * s, 12 * s, 1.5 * s, 0.7 * s, 'metal');
  },
  desk(pen, { x, y, w, ground, s }) {
    const foot = x + w * 0.28;
    const elbow = { x: x + w * 0.12, y: y + 20 * s };
    const head = { x: x + w * 0.62, y: y + 4 * s };
    pen.glow(head.x + 10 * s, head.y + 20 * s, 24 * s);
    pen.ellipse(foot, ground - 1.2 * s, 9 * s, 1.8 * s, 'main-2');
    pen.line(p`M${foot} ${ground - 2 * s}L${elbow.x} ${elbow.y}L${head.x} ${head.y}`, 'main', 1.3 * s);
    pen.ellipse(elbow.x, elbow.y, 1.7 * s, 1.7 * s, 'metal');
    pen.ellipse(head.x, head.y, 1.7 * s, 1.7 * s, 'metal');
    pen.soft(
      p`M${head.x - 1 * s} ${head.y - 1.5 * s}l${7 * s} ${-1.5 * s}l${8 * s} ${12 * s}l${-15 * s} ${4 * s}z`,
      'main',
    );
  },
  bell(pen, { cx, y, w, h, ground, s }) {
    cord(pen, cx, y);
    pen.glow(cx, ground, 44 * s);
    pen.soft(
      p`M${cx - 4 * s} ${y}h${8 * s}C${cx + 7 * s} ${y + h * 0.35} ${cx + w * 0.42} ${y + h * 0.35} ${cx + w / 2} ${ground}H${cx - w / 2}C${cx - w * 0.42} ${y + h * 0.35} ${cx - 7 * s} ${y + h * 0.35} ${cx - 4 * s} ${y}z`,
      'main',
    );
    pen.ellipse(cx, ground, w / 2, w * 0.055, 'metal');
    pen.ellipse(cx, ground + 1, w * 0.4, w * 0.035, 'glass');
  },
  globe(pen, { cx, y, w, h, s }) {
    cord(pen, cx, y);
    const r = w / 2;
    pen.glow(cx, y + h / 2, r * 2);
    pen.rect(cx - 5 * s, y - 2 * s, 10 * s, 5 * s, 1, 'metal');
    pen.ellipse(cx, y + h / 2, r, r, 'main');
    pen.glow(cx, y + h / 2, r * 0.92);
    pen.veil(
      p`M${cx - r * 0.62} ${y + h * 0.42}a${r * 0.75} ${r * 0.75} 0 0 1 ${r * 0.5} ${-r * 0.55}a${r * 0.9} ${r * 0.9} 0 0 0 ${-r * 0.5} ${r * 0.55}z`,
      0.5,
    );
  },
  paper(pen, { cx, y, w, h, ground, s }) {
    cord(pen, cx, y);
    pen.glow(cx, y + h / 2, w * 0.8);
    pen.soft(
      p`M${cx - 8 * s} ${y}H${cx + 8 * s}C${cx + w * 0.5} ${y + h * 0.12} ${cx + w * 0.62} ${y + h * 0.88} ${cx + 8 * s} ${ground}H${cx - 8 * s}C${cx - w * 0.62} ${y + h * 0.88} ${cx - w * 0.5} ${y + h * 0.12} ${cx - 8 * s} ${y}z`,
      'main',
    );
    let hoops = '';
    for (let i = 1; i < 9; i += 1) {
      const t = i / 9;
      const half = (w / 2 - 4 * s) * Math.sin(Math.PI * t) ** 0.62 + 4 * s * (1 - Math.sin(Math.PI * t));
      hoops += p`M${cx - half} ${y + h * t}q${half} ${3 * s} ${half * 2} 0`;
    }
    pen.line(hoops, 'main-1', 1.3);
    pen.glow(cx, y + h / 2, w * 0.42);
  },
  cone(pen, { cx, y, w, ground, s }) {
    cord(pen, cx, y);
    pen.glow(cx, ground, 42 * s);
    pen.rect(cx - 3.5 * s, y - 3 * s, 7 * s, 4 * s, 1, 'legs');
    pen.soft(p`M${cx - 4 * s} ${y}h${8 * s}L${cx + w / 2} ${ground}H${cx - w / 2}z`, 'main');
    pen.ellipse(cx, ground, w / 2, w * 0.045, 'glass');
  },
};

function cord(pen: Pen, cx: number, y: number): void {
  if (pen.inked) return;
  pen.path(roundedRect(cx - 1.3, -4, 2.6, y + 6, 0), 'metal-3');
}
