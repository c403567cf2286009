// Sets the theme before the first paint, so that the page does not flash in the wrong colours.
(() => {
  const root = document.documentElement;
  root.classList.add('scripts');
  let stored = null;
  try {
    stored = localStorage.getItem('theme');
  } catch {
    // Local storage may be disabled.
  }
  if (stored === 'light' || stored === 'dark') {
    root.dataset.theme = stored;
  }
  const isDark = () => root.dataset.theme
    ? root.dataset.theme === 'dark'
    : matchMedia('(prefers-color-scheme: dark)').matches;
  const notify = () => dispatchEvent(new Event('theme'));
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', notify);
  addEventListener('DOMContentLoaded', () => {
    document.getElementById('theme').addEventListener('click', () => {
      root.dataset.theme = isDark() ? 'light' : 'dark';
      try {
        localStorage.setItem('theme', root.dataset.theme);
      } catch {
        // Local storage may be disabled; then the theme lasts for this page only.
      }
      notify();
    });
  });
})();
