/** The Floor's small database in the browser: what waits to be sent, and the last answers for when the line is down. */
const name = 'throughline-floor';
const stores = ['outbox', 'answers'] as const;
type Store = (typeof stores)[number];

let opened: Promise<IDBDatabase> | undefined;

function open(): Promise<IDBDatabase> {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open(name, 1);
    request.onupgradeneeded = () => {
      for (const store of stores) request.result.createObjectStore(store, { keyPath: 'id' });
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  return opened;
}

async function run<T>(
  store: Store,
  mode: IDBTransactionMode,
  act: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const database = await open();
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(store, mode);
    const request = act(transaction.objectStore(store));
    // Only when it is committed: a tablet may be switched off at any moment.
    transaction.oncomplete = () => resolve(request.result);
    transaction.onerror = () => reject(transaction.error);
    transaction.onabort = () => reject(transaction.error);
  });
}

export const readAll = <T>(store: Store): Promise<T[]> =>
  run(store, 'readonly', (all) => all.getAll() as IDBRequest<T[]>);
export const put = async (store: Store, value: { id: string }): Promise<void> =>
  void (await run(store, 'readwrite', (all) => all.put(value)));
export const remove = async (store: Store, id: string): Promise<void> =>
  void (await run(store, 'readwrite', (all) => all.delete(id)));
export const clear = async (store: Store): Promise<void> => void (await run(store, 'readwrite', (all) => all.clear()));
