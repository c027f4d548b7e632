// What is loaded once.

/** Has something loaded with the first call; one that failed is tried again with the next. */
export function onlyOnce<Args extends unknown[]>(work: (...args: Args) => Promise<void>): (...args: Args) => Promise<void> {
  let loading: Promise<void> | null = null;
  return (...args) => {
    loading ??= work(...args).catch((error: unknown) => {
      loading = null; // so that it can be tried again
      throw error;
    });
    return loading;
  };
}
