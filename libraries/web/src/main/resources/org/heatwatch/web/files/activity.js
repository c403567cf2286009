// The chart of the buildings in use in each quarter.

import { $, css, el } from './dom.js';
import { axes, createChart, seconds } from './chart.js';
import { quarterOf } from './quarters.js';
import { quarterName } from './sources.js';
import { t } from './words.js';

const DAY_SECONDS = 86_400;
const HATCH_PIXELS = 8;

const isKnown = ({ buildings }) => buildings != null;
const start = ({ from }) => seconds(from);
const end = ({ to }) => seconds(to) + DAY_SECONDS;

/** A quarter as text. */
export function describe(quarter) {
  const name = quarterName(quarterOf(quarter.from));
  return isKnown(quarter) ? t('activity.value', {
    quarter: name,
    buildings: Math.round(quarter.buildings),
    low: Math.round(quarter.buildingsLow),
    high: Math.round(quarter.buildingsHigh),
    found: quarter.found,
    passes: quarter.overpasses,
  }) : t('activity.value.unknown', { quarter: name });
}

function hatch(ctx, left, top, width, height) {
  ctx.save();
  ctx.beginPath();
  ctx.rect(left, top, width, height);
  ctx.clip();
  ctx.strokeStyle = css('--quiet');
  ctx.lineWidth = 1;
  ctx.beginPath();
  const step = HATCH_PIXELS * (devicePixelRatio || 1);
  for (let x = left - height; x < left + width; x += step) {
    ctx.moveTo(x, top + height);
    ctx.lineTo(x + height, top);
  }
  ctx.stroke();
  ctx.restore();
}

/** Draws each quarter: the interval as a box, the estimate as a line, the number found as a thin line. */
function drawQuarters(plot, quarters) {
  const { ctx, bbox } = plot;
  const ratio = devicePixelRatio || 1;
  const y = (count) => plot.valToPos(count, 'y', true);
  quarters.forEach((quarter) => {
    const left = plot.valToPos(start(quarter), 'x', true) + ratio;
    const width = plot.valToPos(end(quarter), 'x', true) - ratio - left;
    if (!isKnown(quarter)) {
      hatch(ctx, left, bbox.top, width, bbox.height);
      return;
    }
    ctx.fillStyle = css('--interval');
    ctx.fillRect(left, y(quarter.buildingsHigh), width, y(quarter.buildingsLow) - y(quarter.buildingsHigh));
    ctx.fillStyle = css('--line-2');
    ctx.fillRect(left, y(quarter.buildings) - 1.25 * ratio, width, 2.5 * ratio);
    ctx.fillStyle = css('--line-1');
    ctx.fillRect(left, y(quarter.found) - 0.5 * ratio, width, ratio);
  });
}

function drawPeriod(plot, { from, to }, quarters) {
  const inside = quarters.filter(({ from: day }) => quarterOf(day) >= from && quarterOf(day) <= to);
  if (inside.length > 0 && inside.length < quarters.length) {
    const left = plot.valToPos(start(inside[0]), 'x', true);
    plot.ctx.fillStyle = css('--grid');
    plot.ctx.fillRect(left, plot.bbox.top, plot.valToPos(end(inside.at(-1)), 'x', true) - left, plot.bbox.height);
  }
}

const key = () => el('ul', { class: 'key' }, ['estimate', 'found'].map((name) => (
  el('li', {}, el('span', { class: `sample ${name}`, 'aria-hidden': 'true' }), t(`activity.key.${name}`)))));

/** Shows the chart. Its method mark({ from, to }) marks a period. */
export function showActivity(quarters) {
  const box = $('activity').querySelector('.body');
  const live = el('p', { class: 'live small', 'aria-live': 'polite' }, describe(quarters.findLast(isKnown)
    ?? quarters.at(-1)));
  const plotBox = el('div', { class: 'plot quarters-plot' });
  const frame = el('div', { class: 'chart', tabindex: 0, role: 'group', 'aria-label': t('activity.chart') }, plotBox);
  box.replaceChildren(key(), frame, live);
  let period = { from: -Infinity, to: Infinity };
  let index = quarters.length;
  const announce = (i) => {
    index = i;
    live.textContent = describe(quarters[i]);
  };
  const high = Math.max(1, ...quarters.map(({ buildingsHigh, found }) => Math.max(buildingsHigh ?? 0, found)));
  const { plot } = createChart(plotBox, {
    scales: { x: { time: true, min: start(quarters[0]), max: end(quarters.at(-1)) }, y: { range: [0, 1.1 * high] } },
    axes: axes((_, values) => values.map((value) => `${value}`)),
    series: [{}, { stroke: 'transparent', points: { show: false } }],
    cursor: { drag: { x: false, y: false }, points: { show: false }, y: false },
    hooks: {
      drawClear: [(chart) => drawPeriod(chart, period, quarters)],
      draw: [(chart) => drawQuarters(chart, quarters)],
      setCursor: [(chart) => chart.cursor.idx != null && announce(chart.cursor.idx)],
    },
  }, [quarters.map((quarter) => (start(quarter) + end(quarter)) / 2), quarters.map(({ buildings }) => buildings)]);
  frame.addEventListener('keydown', (event) => {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (by) {
      event.preventDefault();
      announce(Math.max(0, Math.min(quarters.length - 1, index + by)));
      plot.setCursor({ left: plot.valToPos((start(quarters[index]) + end(quarters[index])) / 2, 'x'), top: 50 });
    }
  });
  return {
    mark(marked) {
      period = marked;
      // Before its first drawing, uPlot has no scales yet.
      if (plot.status === 1) {
        plot.redraw();
      }
    },
  };
}
