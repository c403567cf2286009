// The lists of alerts, of missing passes, and of downloads.

import { $, el, table } from './dom.js';
import { address, fetchJson, isPublished } from './api.js';
import { day, language, reason, t } from './words.js';

const FIRST_ROWS = 8;
/** Parts of the names of downloaded files: site and whether it is simulated, day, and the chart of the activity. */
const { fileName, fileDay, activityFile } = document.body.dataset;

/** Shows all alerts, newest first; each expands to the text of the mail. */
export async function showAlerts() {
  const { features } = await fetchJson('/collections/alerts/items', { limit: 200, lang: language });
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
    .map((pass) => [el('code', {}, pass.acquisition), t(`outcome.${pass.outcome}`), reason(pass.reason)]));
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

/** The names of files whose names are more than site, contents and day. They are those that the server gives. */
function fileNames(site, pass, facility, quantity) {
  const picture = `_heatmap${quantity === 'z' ? '_z' : ''}`;
  return {
    site: () => `${site}.geojson`,
    facility: (extension) => `${fileName}_${facility}_observations${fileDay}.${extension}`,
    pass: (extension) => `${fileName}_${pass.acquisition}${extension === 'png' ? picture : '_excess'}.${extension}`,
    counts: () => `${fileName}_${pass.product}_clip.tif`,
    chart: () => document.querySelector(`#factories tr[data-id="${facility}"]`)?.dataset.chartFile,
    activity: (extension) => (extension === 'svg' ? activityFile : `${fileName}_activity${fileDay}.${extension}`),
    missing: (extension) => `${fileName}_missing${fileDay}.${extension.replace('geojson', 'json')}`,
  };
}

/** Shows links to the data of the page in common file formats. */
export function showDownloads(site, pass, facility, quantity) {
  const acquisition = pass?.acquisition;
  const items = (collection, more = {}) => (form) => (
    address(`/collections/${collection}/items`, { f: form, limit: 10000, ...more }));
  const rows = [
    ['facilities', ['csv', 'json', 'kml'], items('facilities')],
    ['observations', ['csv', 'json', 'kml'], items('observations')],
    ...(facility && !isPublished ? [['facility', ['csv', 'json'], items('observations', { facility })]] : []),
    ['hotspots', ['csv', 'json', 'kml'], items('hotspots')],
    ...($('sources-list') ? [
      ['sources', ['csv', 'json', 'kml'], items('sources')],
      ['composite', ['png', 'tif'], (form) => address(
        `/composites/latest.${form}`, form === 'png' ? { lang: language } : {})],
    ] : []),
    ...($('activity') ? [['activity', ['csv', 'json', 'svg'], (form) => (form === 'svg'
      ? address('/charts/activity.svg', { lang: language })
      : items('activity')(form))]] : []),
    ['alerts', ['csv', 'json'], items('alerts')],
    ['scenes', ['csv', 'json'], items('scenes')],
    ['missing', ['csv', 'json'], (form) => address('/missing', { f: form })],
    ...(acquisition && !isPublished ? [
      ['pass', ['png', 'tif'], (form) => address(`/heatmaps/${acquisition}.${form}`, form === 'png'
        ? { lang: language, ...(quantity === 'z' ? { quantity } : {}) }
        : {})],
      ['counts', ['tif'], () => address(`/clips/${acquisition}.tif`)],
    ] : []),
    ...(facility ? [['chart', ['svg'], () => address(`/charts/${facility}.svg`, { lang: language })]] : []),
    ['site', ['geojson'], () => `${address(`/sites/${site}.geojson`).split('?')[0]}`],
  ];
  const names = { json: 'GeoJSON', geojson: 'GeoJSON', csv: 'CSV', kml: 'KML', png: 'PNG', tif: 'GeoTIFF', svg: 'SVG' };
  const extensions = { json: 'geojson', kml: 'kmz' };
  const formName = (name, form) => (name === 'missing' && form === 'json' ? 'JSON' : names[form]);
  const named = fileNames(site, pass, facility, quantity);
  const fileOf = (name, extension) => (
    named[name] ? named[name](extension) : `${fileName}_${name}${fileDay}.${extension}`);
  const link = (name, form, url) => el('a', {
    href: url,
    download: fileOf(name, extensions[form] ?? form),
    'aria-label': `${t(`downloads.${name}`)}, ${formName(name, form)}`,
  }, formName(name, form));
  const list = rows.map(([name, forms, urlOf]) => el('li', {}, el('span', {}, t(`downloads.${name}`)), ' ',
    forms.flatMap((form) => [link(name, form, urlOf(form)), ' '])));
  $('downloads').querySelector('.body').replaceChildren(el('ul', { class: 'downloads' }, list));
}
