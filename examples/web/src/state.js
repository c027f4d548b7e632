/** The one place that holds what is shown. Views read it and are told when it changes. */

/** @typedef {import('./types.js').State} State */
/** @typedef {(state: State, changed: Set<keyof State>) => void} Listener */
/** @typedef {ReturnType<typeof createStore>} Store */

/** @returns {import('./types.js').Filters} */
export const noFilters = () => ({ query: '', official: null, unit: null, role: 'any', targets: false, doubts: false });

/** @param {State} initial */
export function createStore(initial) {
  let state = initial;
  /** @type {Listener[]} */
  const listeners = [];
  return {
    get: () => state,

    /**
     * Changes some fields, and tells every view which ones.
     *
     * @param {Partial<State>} patch
     */
    set(patch) {
      const fields = /** @type {(keyof State)[]} */ (Object.keys(patch));
      const changed = new Set(fields.filter((field) => !Object.is(state[field], patch[field])));
      if (changed.size === 0) return;
      state = { ...state, ...patch };
      for (const listener of listeners) listener(state, changed);
    },

    /**
     * Selects a fact, from the view of that name.
     *
     * @param {string | null} selected
     * @param {string} origin
     */
    select(selected, origin) {
      this.set({ selected, origin });
    },

    /** @param {Partial<import('./types.js').Filters>} patch */
    filter(patch) {
      this.set({ filters: { ...state.filters, ...patch } });
    },

    /** @param {Listener} listener */
    subscribe(listener) {
      listeners.push(listener);
    },
  };
}
