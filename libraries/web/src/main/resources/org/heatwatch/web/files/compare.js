// The comparison of several factories in one chart.

import { $, el } from './dom.js';
import { fetchCached } from './api.js';
import { loadCharts } from './later.js';
import { comparisonChart, seconds } from './chart.js';
import { label, t } from './words.js';

const YEARS = 3;
export const MAX_COMPARED = 6;

let chart = null;
let requested = '';

/** Shows the facilities with these ids in one chart. */
export async function compare(ids) {
  const body = $('compare').querySelector('.body');
  requested = ids.join();
  await loadCharts();
  const all = await Promise.all(ids.slice(0, MAX_COMPARED).map((id) => fetchCached(`/charts/${id}.json`)));
  if (requested !== ids.join()) {
    return;
  }
  chart?.destroy();
  chart = null;
  if (all.every(({ looks }) => looks.acquisition.length === 0) || !window.uPlot) {
    body.replaceChildren(el('p', {}, t('compare.choose')));
    return;
  }
  const series = all.map(({ facility, looks }) => ({ name: label(facility), columns: looks }));
  const names = series.map(({ name }) => name).join(', ');
  const plot = el('div', { class: 'chart', role: 'img', 'aria-label': t('compare.words', { names }) });
  body.replaceChildren(el('p', { class: 'small' }, t('chart.kelvin')), plot);
  const end = seconds(all[0].asOf) + 86_400;
  const starts = series.filter(({ columns }) => columns.acquiredAt.length > 0)
    .map(({ columns }) => seconds(columns.acquiredAt[0]));
  const first = Math.min(...starts);
  chart = comparisonChart(plot, series, Math.max(first, end - YEARS * 365.25 * 86_400), end);
}
