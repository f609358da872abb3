/** What the web shop's tracker sends with on the demo. Public by nature: it stands in every page. */
export const demoWriteKey = 'velora-web-demo';
