// Small helpers for the page. Text always goes in as text, so that no name can become markup.

export const $ = (id) => document.getElementById(id);

/** An element; attributes that are functions become listeners, false and null are left out. */
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

/** A table with a caption for those who do not see it. */
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

/** A colour of the stylesheet, kept until the theme changes since pictures ask for many. */
export function css(name) {
  if (!colours.has(name)) {
    colours.set(name, getComputedStyle(document.documentElement).getPropertyValue(name).trim());
  }
  return colours.get(name);
}

/** Has the browser save a text as a file. */
export function saveFile(name, type, text) {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = el('a', { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}

/** Calls a function once, some time after the last of many calls. */
export function calm(milliseconds, action) {
  let timer;
  return (...values) => {
    clearTimeout(timer);
    timer = setTimeout(() => action(...values), milliseconds);
  };
}
