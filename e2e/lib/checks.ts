import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

export interface Finding {
  rule: string;
  where: string;
  what: string;
}

/** What axe finds wrong (WCAG 2.2 A and AA, and its best practices), one line an element. */
export async function accessibilityFindings(page: Page): Promise<Finding[]> {
  return axeFindings(page, {
    type: 'tag',
    values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  });
}

/** Of these, what another theme alone can change. */
export async function contrastFindings(page: Page): Promise<Finding[]> {
  return axeFindings(page, { type: 'rule', values: ['color-contrast', 'link-in-text-block'] });
}

/**
 * In the page itself: no screen has a frame of another origin, for which axe would open a second page each time. Only
 * what is wrong is told in full, for the words about what is right cost more than the looking.
 */
async function axeFindings(
  page: Page,
  runOnly: NonNullable<Parameters<AxeBuilder['options']>[0]['runOnly']>,
): Promise<Finding[]> {
  const isThere = await page.evaluate(() => 'axe' in window);
  const { violations } = await new AxeBuilder({ page, ...(isThere ? { axeSource: '/* still there */' } : {}) })
    .setLegacyMode()
    .options({ runOnly, resultTypes: ['violations'] })
    .analyze();
  return violations.flatMap((violation) =>
    violation.nodes.map((node) => ({
      rule: violation.id,
      where: node.target.join(' '),
      what: (node.failureSummary ?? violation.help).replace(/\s+/g, ' '),
    })),
  );
}

/**
 * What does not fit: elements whose content is wider than they are (and that neither scroll nor mean to be cut), text
 * without width (a font that is missing draws nothing), and a page wider than the screen.
 */
export async function layoutFindings(page: Page): Promise<Finding[]> {
  return page.evaluate(() => {
    const findings: { rule: string; where: string; what: string }[] = [];
    const name = (element: Element) =>
      `${element.tagName.toLowerCase()}${element.id ? `#${element.id}` : ''}${[...element.classList].map((one) => `.${one}`).join('')}`;
    const where = (element: Element) =>
      [element.parentElement, element].flatMap((one) => (one ? [name(one)] : [])).join(' > ');
    const shown = (element: Element) => element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true });
    for (const element of document.body.querySelectorAll<HTMLElement>('*')) {
      // What is typed scrolls within its field.
      if (element.matches('input, textarea') || !shown(element)) continue;
      if (element.closest('svg, select, [data-may-overflow], [aria-hidden="true"]')) continue;
      const style = getComputedStyle(element);
      // Text for screen readers alone is clipped to a point on purpose.
      if (element.clientWidth <= 1 || style.clipPath === 'inset(50%)') continue;
      const scrolls = style.overflowX === 'auto' || style.overflowX === 'scroll';
      const cutOnPurpose = style.textOverflow === 'ellipsis' || style.webkitLineClamp !== 'none';
      if (element.scrollWidth > element.clientWidth + 1 && style.display !== 'inline' && !scrolls && !cutOnPurpose) {
        const text = (element.textContent ?? '').trim().slice(0, 60);
        findings.push({
          rule: 'overflow',
          where: where(element),
          what: `${element.scrollWidth} in ${element.clientWidth}: ${text}`,
        });
      }
      for (const node of element.childNodes) {
        if (node.nodeType !== Node.TEXT_NODE || !node.textContent?.trim()) continue;
        const range = document.createRange();
        range.selectNodeContents(node);
        if (range.getBoundingClientRect().width === 0)
          findings.push({
            rule: 'text without width',
            where: where(element),
            what: node.textContent.trim().slice(0, 60),
          });
      }
    }
    if (document.documentElement.scrollWidth > innerWidth + 1)
      findings.push({
        rule: 'page too wide',
        where: 'html',
        what: `${document.documentElement.scrollWidth} in ${innerWidth}`,
      });
    return findings;
  });
}
