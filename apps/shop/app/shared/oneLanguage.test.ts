import { expect, test } from 'vitest';
import { keepLanguage, leadTo } from '../../oneLanguage.ts';

test('a page’s script has the words of its language and works as before', () => {
  const code =
    'const w=f({en:{a:`Sofa {n}`,b:{one:"x",other:"y"}},pl:{a:`Żółta`,b:{}},ru:{a:"Диван"}});export{w};const n={pl:"Polski",en:"English",ru:"Русский"};';
  const kept = keepLanguage(code, 'pl');
  expect(kept).toBe(
    'const w=f({en:{},pl:{a:`Żółta`,b:{}},ru:{}});export{w};const n={pl:"Polski",en:"English",ru:"Русский"};',
  );
});

test('addresses of scripts lead to the language’s own, those of styles stay', () => {
  const known = new Set(['a-1.js']);
  expect(leadTo('import("./a-1.js");["assets/a-1.js","assets/a-1.css","/assets/b.js"]', 'ru', known)).toBe(
    'import("./a-1.js");["assets/ru/a-1.js","assets/a-1.css","/assets/b.js"]',
  );
});
