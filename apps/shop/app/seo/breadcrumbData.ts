import type { Step } from '../shared/Breadcrumb.tsx';

/** The breadcrumb as schema.org writes it, from the same steps as the page. Pure. */
export function breadcrumbData(steps: readonly Step[], publicUrl: string): object {
  return {
    '@type': 'BreadcrumbList',
    itemListElement: steps.map((step, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name: step.name,
      item: publicUrl + step.href,
    })),
  };
}
