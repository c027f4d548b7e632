// Before anything is drawn, so that the page does not flash in the other theme. A module would come too late.
document.documentElement.dataset.theme = (() => {
  let kept = null;
  try {
    kept = localStorage.getItem('fenjie-theme');
  } catch {
    // Storage is closed to this page.
  }
  return kept === 'light' || kept === 'dark' ? kept : matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
})();
