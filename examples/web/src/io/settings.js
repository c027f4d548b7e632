/** What the page remembers between visits: the language and the theme, nothing else. */

/** @param {string} name @returns {string | null} */
export function kept(name) {
  try {
    return localStorage.getItem(`fenjie-${name}`);
  } catch {
    return null; // Storage is closed to this page.
  }
}

/** @param {string} name @param {string} value */
export function keep(name, value) {
  try {
    localStorage.setItem(`fenjie-${name}`, value);
  } catch {
    // Then it holds for this visit.
  }
}
