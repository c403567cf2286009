// What an edit did to the history: before and after, side by side.

import { $, el, table } from './dom.js';
import { ask } from './api.js';
import { manyChart, seconds } from './chart.js';
import { briefDay, excess, label, t } from './words.js';

const YEARS = 3;
const WAIT_MILLISECONDS = 1500;
const MOST_WAITS = 200;

/** How all stand, and the looks at some. */
export async function snapshot(ids) {
  const timeline = await ask('/timeline');
  const watched = timeline.features.filter(({ state }) => state);
  const charts = await Promise.all(watched.filter(({ id }) => ids.includes(id)).map(({ id }) => ask(`/charts/${id}.json`)));
  return { timeline, watched, charts: new Map(charts.map((chart) => [chart.facility.id, chart])) };
}

/** Waits until a version is told of; false if that takes too long. */
export async function untilTold(version) {
  for (let i = 0; i < MOST_WAITS; i += 1) {
    if ((await ask('/timeline')).siteVersion >= version) {
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
  const of = (feature, read, missing) => (feature ? read(feature) : missing);
  const both = (read) => arrow(of(before, read, t('rescore.new')), of(after, read, t('rescore.gone')));
  return [label(after ?? before), both((f) => t(`state.${f.state}`)), both((f) => briefDay(f.since)), both((f) => excess(f.latest)),
    both((f) => String(f.changes.length))];
}

/** Shows what changed between two snapshots. */
export function showRescore(version, before, after) {
  const ids = [...new Set([...before.watched, ...after.watched].map(({ id }) => id))];
  const find = (one, id) => one.watched.find((feature) => feature.id === id);
  const isSame = ids.every((id) => {
    const [one, other] = [find(before, id), find(after, id)];
    return one && other && one.state === other.state && one.since === other.since;
  });
  const section = $('rescore');
  section.hidden = false;
  const plots = el('div', {});
  section.replaceChildren(
    el('h2', { id: 'rescore-name', tabindex: -1 }, `${t('save.done', { version })} ${t('rescore')}`),
    isSame ? el('p', {}, t('rescore.same')) : '',
    table(t('rescore'), [t('column.name'), t('column.state'), t('column.since'), t('column.excess'), t('rescore.changes')],
      ids.map((id) => row(find(before, id), find(after, id)))),
    plots,
  );
  section.querySelector('h2').focus();
  if (!window.uPlot) {
    return;
  }
  const end = seconds(after.timeline.asOf) + 86_400;
  for (const [id, chart] of after.charts) {
    const old = before.charts.get(id);
    const plot = el('div', { class: 'chart', role: 'img', 'aria-label': `${t('rescore.chart')}: ${label(chart.facility)}` });
    plots.append(el('h3', {}, `${label(chart.facility)}: ${t('rescore.chart')}`), plot);
    manyChart(plot, [
      { name: t('rescore.after'), looks: chart.looks },
      ...(old ? [{ name: t('rescore.before'), looks: old.looks }] : []),
    ], end - YEARS * 365.25 * 86_400, end);
  }
}
