/** Head of a page that is one visitor's own: search engines leave it alone. */
export const privatePage = (title: string) => [{ title }, { name: 'robots', content: 'noindex' }];
