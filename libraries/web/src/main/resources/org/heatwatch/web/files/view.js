// The current view, stored in the fragment of the URL so that a link opens the same view.

const view = () => Object.fromEntries(new URLSearchParams(location.hash.slice(1)));

/** A parameter of the view; empty if it has its default value. */
export const viewParameter = (name) => view()[name] ?? '';

/** Changes parameters of the view. Empty values are removed. */
export function setView(values) {
  const all = Object.entries({ ...view(), ...values }).filter(([, value]) => value !== '' && value != null);
  const hash = new URLSearchParams(all).toString();
  history.replaceState(null, '', `${location.pathname}${location.search}${hash ? `#${hash}` : ''}`);
  updateLanguageLinks();
}

/** Calls an action when the user enters another view in the address bar. */
export function onViewChange(action) {
  addEventListener('hashchange', () => location.hash.includes('=') && action());
}

// The fragment holds the view, so the skip link must not replace it.
document.querySelector('.skip').addEventListener('click', (event) => {
  event.preventDefault();
  document.getElementById('headline').focus();
});

/** Makes the language links open the current view. */
export function updateLanguageLinks() {
  document.querySelectorAll('a[data-lang]').forEach((link) => {
    link.hash = location.hash;
  });
}
