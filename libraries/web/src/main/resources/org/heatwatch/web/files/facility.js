// One factory: its history as a chart, and the evidence for it.

import { $, el, table } from './dom.js';
import { address, askOnce } from './api.js';
import { historyChart, rows, seconds } from './chart.js';
import { day, excess, label, score, t, utc } from './words.js';

const FIRST_LOOKS = 12;
const YEAR_SECONDS = 365.25 * 86_400;

let drawn = null;
let wanted = '';

function links(look) {
  return el('span', {},
    el('a', { href: address(`/clips/${look.acquisition}.tif`) }, t('evidence.clip')), ' ',
    look.original ? el('a', { href: look.original, rel: 'noreferrer' }, t('evidence.usgs')) : null);
}

function evidence(numbers, looks, count) {
  const shown = looks.slice(0, count);
  return table(t('evidence.words', { name: label(numbers.facility) }),
    ['time', 'seen', 'excess', 'score', 'state', 'flags', 'product', 'links'].map((name) => t(`evidence.${name}`)),
    shown.map((look) => [
      utc(look.acquiredAt), t(`status.${look.status}`), look.status === 'observed' ? excess(look) : '', score(look.score),
      t(`state.${look.state}`), look.flags.join('; '), el('code', {}, look.product ?? ''), links(look),
    ]));
}

function ranges(chart, first, end) {
  const start = (years) => (years === 'all' ? first : Math.max(first, end - years * YEAR_SECONDS));
  const buttons = ['1', '3', 'all'].map((years) => el('button', {
    type: 'button',
    'aria-pressed': years === '3' ? 'true' : 'false',
    click: (event) => {
      buttons.forEach((button) => button.setAttribute('aria-pressed', String(button === event.target)));
      chart.range(start(years), end);
    },
  }, t(`chart.${years}`)));
  return el('div', { class: 'controls', role: 'group', 'aria-label': t('chart.range') }, buttons);
}

/** Shows a facility below the map. */
export async function showFacility(id) {
  const body = $('factory').querySelector('.body');
  wanted = id;
  const numbers = await askOnce(`/charts/${id}.json`);
  if (wanted !== id) {
    return;
  }
  const { facility } = numbers;
  const looks = rows(numbers.looks).reverse();
  drawn?.destroy();
  $('factory-name').replaceChildren(label(facility), ' ', el('span', { class: `state ${facility.state}` }, t(`state.${facility.state}`)),
    facility.since ? el('small', {}, ` ${t('column.since')} ${day(facility.since)}`) : '');
  const live = el('p', { class: 'live small', 'aria-live': 'polite' }, t('chart.key'));
  const plots = el('div', {
    class: 'chart',
    tabindex: 0,
    role: 'group',
    'aria-label': t('chart.words', { name: label(facility) }),
    keydown: (event) => {
      const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
      if (by) {
        event.preventDefault();
        drawn?.step(by);
      }
    },
  });
  const table_ = el('div', {}, evidence(numbers, looks, FIRST_LOOKS));
  const more = looks.length > FIRST_LOOKS ? el('button', {
    type: 'button',
    click: () => {
      table_.replaceChildren(evidence(numbers, looks, looks.length));
      more.remove();
    },
  }, t('evidence.more', { count: looks.length })) : null;
  const controls = el('div', {});
  body.replaceChildren(
    el('p', { class: 'small' }, t('factory.outline', {
      source: facility.source, metres: facility.accuracyMetres, area: facility.areaSquareMetres,
    })),
    controls, plots, live, el('h3', {}, t('evidence')), table_, more ?? '',
  );
  const end = seconds(numbers.asOf ?? new Date().toISOString().slice(0, 10)) + 86_400;
  const first = looks.length > 0 ? seconds(looks.at(-1).acquiredAt) - 86_400 * 10 : end - YEAR_SECONDS;
  if (window.uPlot && looks.length > 0) {
    drawn = historyChart(plots, numbers, Math.max(first, end - 3 * YEAR_SECONDS), end, (text) => {
      live.textContent = text;
    });
    controls.append(ranges(drawn, first, end));
  }
  $('factory').dataset.shown = id;
}
