/** As far as the tests call it; the package brings no types. */
declare module 'analytics-node' {
  interface Message {
    userId: string;
    timestamp?: Date;
    traits?: object;
    event?: string;
    name?: string;
    properties?: object;
  }
  export default class Analytics {
    constructor(
      writeKey: string,
      options: { host: string; retryCount: number; flushAt: number; flushInterval: number },
    );
    identify(message: Message): void;
    track(message: Message): void;
    page(message: Message): void;
    flush(): Promise<unknown>;
  }
}
