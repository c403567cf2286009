// The effect of a saved edit on the history: before and after.

import { $, el, table } from './dom.js';
import { fetchJson } from './api.js';
import { comparisonChart, seconds } from './chart.js';
import { briefDay, excess, label, t } from './words.js';

const YEARS = 3;
const WAIT_MILLISECONDS = 1500;
const MAX_WAITS = 200;

/** Fetches the current states, and the charts of some facilities. */
export async function snapshot(ids) {
  const timeline = await fetchJson('/timeline');
  const watched = timeline.features.filter(({ state }) => state);
  const edited = watched.filter(({ id }) => ids.includes(id));
  const charts = await Promise.all(edited.map(({ id }) => fetchJson(`/charts/${id}.json`)));
  return { timeline, watched, charts: new Map(charts.map((chart) => [chart.facility.id, chart])) };
}

/** Waits until a version is published; returns false after a timeout. */
export async function untilPublished(version) {
  for (let i = 0; i < MAX_WAITS; i += 1) {
    if ((await fetchJson('/timeline')).siteVersion >= version) {
      return true;
    }
    await new Promise((resolve) => {
      setTimeout(resolve, WAIT_MILLISECONDS);
    });
  }
  return false;
}

const arrow = (before, after) => (before === after ? before : el('span', { class: 'changed' }, `${before} → ${after}`));

function row(before, after) {
  const valueOf = (feature, read, missing) => (feature ? read(feature) : missing);
  const both = (read) => arrow(valueOf(before, read, t('rescore.new')), valueOf(after, read, t('rescore.gone')));
  return [
    label(after ?? before),
    both(({ state }) => t(`state.${state}`)),
    both(({ since }) => briefDay(since)),
    both(({ latest }) => excess(latest)),
    both(({ changes }) => String(changes.length)),
  ];
}

/** Shows the differences between two snapshots. */
export function showRescore(version, before, after) {
  const ids = [...new Set([...before.watched, ...after.watched].map(({ id }) => id))];
  const find = (snapshotOf, id) => snapshotOf.watched.find((feature) => feature.id === id);
  const isSame = ids.every((id) => {
    const [old, now] = [find(before, id), find(after, id)];
    return old && now && old.state === now.state && old.since === now.since;
  });
  const section = $('rescore');
  section.hidden = false;
  const plots = el('div', {});
  section.replaceChildren(
    el('h2', { id: 'rescore-name', tabindex: -1 }, `${t('save.done', { version })} ${t('rescore')}`),
    isSame ? el('p', {}, t('rescore.same')) : '',
    ids.length === 0 ? '' : table(t('rescore'),
      [...['name', 'state', 'since', 'excess'].map((name) => t(`column.${name}`)), t('rescore.changes')],
      ids.map((id) => row(find(before, id), find(after, id)))),
    plots,
  );
  section.querySelector('h2').focus();
  // A new site has no history before its first scene.
  if (!window.uPlot || !after.timeline.asOf) {
    return;
  }
  const end = seconds(after.timeline.asOf) + 86_400;
  for (const [id, chart] of after.charts) {
    const old = before.charts.get(id);
    const name = label(chart.facility);
    const plot = el('div', { class: 'chart', role: 'img', 'aria-label': `${t('rescore.chart')}: ${name}` });
    plots.append(el('h3', {}, `${name}: ${t('rescore.chart')}`), plot);
    comparisonChart(plot, [
      { name: t('rescore.after'), columns: chart.looks },
      ...(old ? [{ name: t('rescore.before'), columns: old.looks }] : []),
    ], end - YEARS * 365.25 * 86_400, end);
  }
}
