// Several factories in one chart.

import { $, el } from './dom.js';
import { askOnce } from './api.js';
import { manyChart, seconds } from './chart.js';
import { label, t } from './words.js';

const YEARS = 3;
export const MOST_COMPARED = 6;

let drawn = null;
let wanted = '';

/** Compares facilities by their ids. */
export async function compare(ids) {
  const body = $('compare').querySelector('.body');
  wanted = ids.join();
  const all = await Promise.all(ids.slice(0, MOST_COMPARED).map((id) => askOnce(`/charts/${id}.json`)));
  if (wanted !== ids.join()) {
    return;
  }
  drawn?.destroy();
  drawn = null;
  if (all.every(({ looks }) => looks.acquisition.length === 0) || !window.uPlot) {
    body.replaceChildren(el('p', {}, t('compare.choose')));
    return;
  }
  const series = all.map(({ facility, looks }) => ({ name: label(facility), looks }));
  const plot = el('div', { class: 'chart', role: 'img', 'aria-label': t('compare.words', { names: series.map((s) => s.name).join(', ') }) });
  body.replaceChildren(el('p', { class: 'small' }, t('chart.kelvin')), plot);
  const end = seconds(all[0].asOf) + 86_400;
  const first = Math.min(...series.filter(({ looks }) => looks.acquiredAt.length > 0).map(({ looks }) => seconds(looks.acquiredAt[0])));
  drawn = manyChart(plot, series, Math.max(first, end - YEARS * 365.25 * 86_400), end);
}
