/** What the server lends the shop for one request. */
export interface ShopContext {
  /** The API in the same process, as the visitor: their cookies go along, new ones go back with the page. */
  callApi(request: Request): Promise<Response>;
  /** Of the content security policy: scripts of the page carry it. */
  nonce: string;
  /** Where shoppers reach the shop, without a slash at the end. */
  publicUrl: string;
  /** Whether the demo retailer is shown: sign-ins and the mailbox are pointed out then. */
  demo: boolean;
  /** Whether e-mails are caught here for the developer to read. */
  mailbox: boolean;
}

declare module 'react-router' {
  interface AppLoadContext extends ShopContext {}
}
