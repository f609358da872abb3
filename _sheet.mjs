import { chromium } from '@playwright/test';
import fs from 'node:fs';
import { chromiumPath } from './e2e/lib/chromium.ts';
// sheet.mjs out cols w h names...
const [out, w, h, ...names] = process.argv.slice(2);
const browser = await chromium.launch({ executablePath: await chromiumPath() });
const p = await browser.newPage({ viewport: { width: names.length * (+w + 8), height: +h } });
await p.setContent('<body style="margin:0;display:flex;gap:8px;background:#888">' + names.map(n => `<img style="width:${w}px;height:${h}px;object-fit:cover;object-position:top" src="data:image/png;base64,${fs.readFileSync('/work/main/.build/screens/' + n + '.png').toString('base64')}">`).join(''));
await p.waitForTimeout(400); await p.screenshot({ path: out }); await browser.close();
