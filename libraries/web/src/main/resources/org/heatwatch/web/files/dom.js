// Helpers for the DOM. Text is always inserted as text nodes, so that a name cannot become markup.

export const $ = (id) => document.getElementById(id);

/** Creates an element. Attributes that are functions become listeners; false and null are omitted. */
export function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') {
      node.addEventListener(name, value);
    } else if (value === true) {
      node.setAttribute(name, '');
    } else if (value !== false && value != null) {
      node.setAttribute(name, value);
    }
  }
  node.append(...children.flat().filter((child) => child != null));
  return node;
}

/** Creates a table with an accessible name. */
export function table(caption, columns, rows) {
  return el('div', { class: 'wide', tabindex: 0, role: 'group', 'aria-label': caption },
    el('table', {},
      el('thead', {}, el('tr', {}, columns.map((column) => el('th', { scope: 'col' }, column)))),
      el('tbody', {}, rows.map((cells) => el('tr', {}, cells.map((cell, i) => i === 0
        ? el('th', { scope: 'row' }, cell)
        : el('td', {}, cell)))))));
}

const colours = new Map();
addEventListener('theme', () => colours.clear());

/** The value of a CSS variable, cached until the theme changes because drawing reads many. */
export function css(name) {
  if (!colours.has(name)) {
    colours.set(name, getComputedStyle(document.documentElement).getPropertyValue(name).trim());
  }
  return colours.get(name);
}

/** Downloads a text as a file. */
export function saveFile(name, type, text) {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = el('a', { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}

/** Delays a function until no call has come for some time. */
export function debounce(milliseconds, action) {
  let timer;
  return (...values) => {
    clearTimeout(timer);
    timer = setTimeout(() => action(...values), milliseconds);
  };
}
