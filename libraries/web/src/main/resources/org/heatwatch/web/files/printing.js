// On paper, the page is light, and the map is drawn again in the width of the paper.

import { $ } from './dom.js';

const root = document.documentElement;
let theme;

addEventListener('beforeprint', () => {
  theme = root.dataset.theme;
  root.dataset.theme = 'light';
  root.classList.add('printing');
  dispatchEvent(new Event('theme'));
  const map = $('map')?.siteMap?.map;
  map?.updateSize();
  map?.renderSync();
});

addEventListener('afterprint', () => {
  if (theme === undefined) {
    delete root.dataset.theme;
  } else {
    root.dataset.theme = theme;
  }
  root.classList.remove('printing');
  dispatchEvent(new Event('theme'));
  $('map')?.siteMap?.map.updateSize();
});
