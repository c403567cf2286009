// The chart of one factory and the table of its observations.

import { $, el, table } from './dom.js';
import { address, fetchCached, isPublished } from './api.js';
import { loadCharts } from './later.js';
import { historyChart, rows, seconds } from './chart.js';
import { day, excess, label, reason, score, t, utc } from './words.js';

const FIRST_ROWS = 12;
const YEAR_SECONDS = 365.25 * 86_400;

let chart = null;
let requested = '';

function links(observation) {
  return el('span', {},
    isPublished ? null : el('a', { href: address(`/clips/${observation.acquisition}.tif`) }, t('evidence.counts')), ' ',
    observation.original ? el('a', { href: observation.original, rel: 'noreferrer' }, t('evidence.usgs')) : null);
}

function evidence(name, observations, count) {
  const shown = observations.slice(0, count);
  return table(t('evidence.words', { name }),
    ['time', 'seen', 'excess', 'score', 'state', 'flags', 'product', 'links'].map((column) => t(`evidence.${column}`)),
    shown.map((observation) => [
      utc(observation.acquiredAt), t(`status.${observation.status}`),
      observation.status === 'observed' ? excess(observation) : '', score(observation.score),
      t(`state.${observation.state}`), observation.flags.map(reason).join('; '),
      el('code', {}, observation.product ?? ''), links(observation),
    ]));
}

function ranges(history, first, end) {
  const start = (years) => (years === 'all' ? first : Math.max(first, end - years * YEAR_SECONDS));
  const buttons = ['1', '3', 'all'].map((years) => el('button', {
    type: 'button',
    'aria-pressed': years === '3' ? 'true' : 'false',
    click: (event) => {
      buttons.forEach((button) => button.setAttribute('aria-pressed', String(button === event.target)));
      history.range(start(years), end);
    },
  }, t(`chart.${years}`)));
  return el('div', { class: 'controls', role: 'group', 'aria-label': t('chart.range') }, buttons);
}

const outline = ({ source, accuracyMetres, areaSquareMetres }) => t('factory.outline', {
  source, metres: accuracyMetres, area: areaSquareMetres,
});

/**
 * Shows a facility or heat source below the map. Only the latest request is shown.
 *
 * @param about name and position of a heat source; by default those of the facility
 */
export async function showFacility(id, about) {
  const body = $('factory').querySelector('.body');
  requested = id;
  const [data] = await Promise.all([fetchCached(`/charts/${id}.json`), loadCharts()]);
  if (requested !== id) {
    return;
  }
  const { facility } = data;
  const observations = rows(data.looks).reverse();
  const name = about?.name ?? label(facility);
  chart?.destroy();
  $('factory-name').replaceChildren(name, ' ',
    el('span', { class: `state ${facility.state}` }, t(`state.${facility.state}`)),
    facility.since ? el('small', {}, ` ${t('column.since')} ${day(facility.since)}`) : '');
  const live = el('p', { class: 'live small', 'aria-live': 'polite' }, t('chart.key'));
  const plots = el('div', {
    class: 'chart',
    tabindex: 0,
    role: 'group',
    'aria-label': t('chart.words', { name }),
    keydown: (event) => {
      const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
      if (by) {
        event.preventDefault();
        chart?.step(by);
      }
    },
  });
  const tableBox = el('div', {}, evidence(name, observations, FIRST_ROWS));
  const more = observations.length > FIRST_ROWS ? el('button', {
    type: 'button',
    click: () => {
      tableBox.replaceChildren(evidence(name, observations, observations.length));
      more.remove();
    },
  }, t('evidence.more', { count: observations.length })) : null;
  const controls = el('div', {});
  body.replaceChildren(
    el('p', { class: 'small' }, about?.position(facility) ?? outline(facility)),
    controls, plots, live, el('h3', {}, t('evidence')), tableBox, more ?? '',
  );
  const end = seconds(data.asOf ?? new Date().toISOString().slice(0, 10)) + 86_400;
  const first = observations.length > 0 ? seconds(observations.at(-1).acquiredAt) - 86_400 * 10 : end - YEAR_SECONDS;
  if (window.uPlot && observations.length > 0) {
    chart = historyChart(plots, data, Math.max(first, end - 3 * YEAR_SECONDS), end, (text) => {
      live.textContent = text;
    });
    controls.append(ranges(chart, first, end));
  }
  $('factory').dataset.shown = id;
}
