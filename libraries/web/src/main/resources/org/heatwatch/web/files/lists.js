// The lists of alerts, of missing passes, and of downloads.

import { $, el, table } from './dom.js';
import { address, fetchJson, isPublished } from './api.js';
import { day, t } from './words.js';

const FIRST_ROWS = 8;
/** First part of the names of downloaded files, which says whether the data are simulated. */
const { fileName } = document.body.dataset;

/** Shows all alerts, newest first; each expands to the text of the mail. */
export async function showAlerts() {
  const { features } = await fetchJson('/collections/alerts/items', { limit: 200 });
  const body = $('alerts').querySelector('.body');
  if (features.length === 0) {
    body.replaceChildren(el('p', {}, t('alerts.none')));
    return;
  }
  const alerts = features.map(({ properties: alert }) => el('details', { class: `alert severity-${alert.severity}` },
    el('summary', {}, el('span', { class: 'small' }, day(alert.asOf)), ' ', el('strong', {}, alert.subject), ' ',
      el('span', { class: 'chip' }, t('alerts.confidence', { word: t(`confidence.${alert.confidence}`) }))),
    el('pre', {}, alert.text)));
  body.replaceChildren(el('div', {
    class: 'scroll', tabindex: 0, role: 'group', 'aria-labelledby': 'alerts-name',
  }, alerts));
}

/** Shows the missing passes: their number by outcome, and a table. */
export async function showMissing(passCount) {
  const { passes } = await fetchJson('/missing');
  const body = $('missing').querySelector('.body');
  if (passes.length === 0) {
    body.replaceChildren(el('p', {}, t(passCount > 0 ? 'missing.none' : 'pass.none')));
    return;
  }
  const counts = new Map();
  passes.forEach(({ outcome }) => counts.set(outcome, (counts.get(outcome) ?? 0) + 1));
  const columns = ['acquisition', 'outcome', 'reason'].map((name) => t(`missing.${name}`));
  const list = (count) => table(t('missing'), columns, passes.slice(0, count)
    .map((pass) => [el('code', {}, pass.acquisition), t(`outcome.${pass.outcome}`), pass.reason]));
  const rows = el('div', {}, list(FIRST_ROWS));
  const more = passes.length > FIRST_ROWS ? el('button', {
    type: 'button',
    click: () => {
      rows.replaceChildren(list(passes.length));
      more.remove();
    },
  }, t('missing.all', { count: passes.length })) : null;
  body.replaceChildren(el('p', { class: 'small' }, t('missing.words')),
    el('p', {}, [...counts].flatMap(([outcome, count]) => [
      el('span', { class: 'chip' }, `${t(`outcome.${outcome}`)}: ${count}`), ' ',
    ])),
    rows, more ?? '');
}

/** Shows the HTML with which other pages embed this one, if it is published. */
export function showEmbedding() {
  if (isPublished) {
    // The browser writes the attributes, so that quotes in a name are escaped.
    $('embed-code').textContent = el('iframe', {
      src: location.href.split('#')[0], title: document.title, width: '100%', height: '900', loading: 'lazy',
    }).outerHTML;
  }
}

/** Shows links to the data of the page in common file formats. */
export function showDownloads(site, acquisition, facility, quantity) {
  const items = (collection, more = {}) => (form) => (
    address(`/collections/${collection}/items`, { f: form, limit: 10000, ...more }));
  const rows = [
    ['facilities', ['csv', 'json', 'kml'], items('facilities')],
    ['observations', ['csv', 'json', 'kml'], items('observations')],
    ...(facility && !isPublished ? [['facility', ['csv', 'json'], items('observations', { facility })]] : []),
    ['hotspots', ['csv', 'json', 'kml'], items('hotspots')],
    ...($('sources-list') ? [
      ['sources', ['csv', 'json', 'kml'], items('sources')],
      ['composite', ['png', 'tif'], (form) => address(`/composites/latest.${form}`)],
    ] : []),
    ...($('activity') ? [['activity', ['csv', 'json', 'svg'], (form) => (form === 'svg'
      ? address('/charts/activity.svg')
      : items('activity')(form))]] : []),
    ['alerts', ['csv', 'json'], items('alerts')],
    ['scenes', ['csv', 'json'], items('scenes')],
    ['missing', ['csv', 'json'], (form) => address('/missing', { f: form })],
    ...(acquisition && !isPublished ? [
      ['pass', ['png', 'tif'], (form) => (
        address(`/heatmaps/${acquisition}.${form}`, form === 'png' && quantity === 'z' ? { quantity } : {}))],
      ['counts', ['tif'], () => address(`/clips/${acquisition}.tif`)],
    ] : []),
    ...(facility ? [['chart', ['svg'], () => address(`/charts/${facility}.svg`)]] : []),
    ['site', ['geojson'], () => `${address(`/sites/${site}.geojson`).split('?')[0]}`],
  ];
  const names = { json: 'GeoJSON', geojson: 'GeoJSON', csv: 'CSV', kml: 'KML', png: 'PNG', tif: 'GeoTIFF', svg: 'SVG' };
  const extensions = { json: 'geojson', kml: 'kmz' };
  // The names that the server gives to these files have the same parts, and the days of charts.
  const contents = {
    site: '', pass: `_${acquisition}_heatmap`, counts: `_${acquisition}_counts`, chart: `_${facility}_chart`,
    facility: `_${facility}_observations`,
  };
  const link = (name, form, url) => el('a', {
    href: url,
    download: `${fileName}${contents[name] ?? `_${name}`}.${extensions[form] ?? form}`,
    'aria-label': `${t(`downloads.${name}`)}, ${names[form]}`,
  }, names[form]);
  const list = rows.map(([name, forms, urlOf]) => el('li', {}, el('span', {}, t(`downloads.${name}`)), ' ',
    forms.flatMap((form) => [link(name, form, urlOf(form)), ' '])));
  $('downloads').querySelector('.body').replaceChildren(el('ul', { class: 'downloads' }, list));
}
