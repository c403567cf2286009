// Where a reader is: in the fragment of the address, so that a link leads another to the same view.

const place = () => Object.fromEntries(new URLSearchParams(location.hash.slice(1)));

/** What is chosen, by name; empty for what usually is. */
export const chosen = (name) => place()[name] ?? '';

/** Notes what is chosen; empty values are left out. */
export function choose(values) {
  const all = Object.entries({ ...place(), ...values }).filter(([, value]) => value !== '' && value != null);
  const hash = new URLSearchParams(all).toString();
  history.replaceState(null, '', `${location.pathname}${location.search}${hash ? `#${hash}` : ''}`);
  links();
}

/** Calls an action when another view was asked for by hand. */
export function onOther(action) {
  addEventListener('hashchange', () => location.hash.includes('=') && action());
}

// The fragment holds the place, so this link must not take it.
document.querySelector('.skip').addEventListener('click', (event) => {
  event.preventDefault();
  document.getElementById('headline').focus();
});

/** Links to the same view in another language. */
export function links() {
  document.querySelectorAll('a[data-lang]').forEach((link) => {
    link.hash = location.hash;
  });
}
