// Charts of observations over time. A pass without a measurement is a gap in the line.

import { css, el } from './dom.js';
import { excess, monthNames, reason, score, signed, t, utc } from './words.js';

const DAY_SECONDS = 86_400;
/** Observations farther apart are not joined by a line. */
const MAX_GAP_DAYS = 20;
const COLOURS = ['--line-1', '--line-2', '--line-3', '--line-4', '--line-5', '--line-6'];
const DASHES = [[], [8, 4], [2, 3], [10, 3, 2, 3], [5, 5], [1, 4]];

export const seconds = (text) => Date.parse(text.length === 10 ? `${text}T00:00:00Z` : text) / 1000;

/** Converts observations from columns to objects. */
export function rows(columns) {
  const entries = Object.entries(columns);
  return columns.acquisition.map((_, i) => Object.fromEntries(entries.map(([name, values]) => [name, values[i]])));
}

const isUnjudged = (observation) => observation.status === 'uncalibrated';
const isMeasured = (observation) => observation.status === 'observed' && observation.effectiveKelvin != null;

/** Points { at, observation }, with an empty point in each gap that must not be joined. */
function withGaps(observations) {
  const points = [];
  observations.forEach((observation, i) => {
    const at = seconds(observation.acquiredAt);
    if (i > 0) {
      const previous = seconds(observations[i - 1].acquiredAt);
      if (at - previous > MAX_GAP_DAYS * DAY_SECONDS) {
        points.push({ at: (at + previous) / 2, observation: null });
      }
    }
    points.push({ at, observation });
  });
  return points;
}

/** Draws the states as bands behind a chart. */
function drawBands(plot, changes, end) {
  const { ctx, bbox } = plot;
  changes.forEach(([date, state], i) => {
    const from = Math.max(plot.scales.x.min, seconds(date));
    const to = Math.min(plot.scales.x.max, i + 1 < changes.length ? seconds(changes[i + 1][0]) : end);
    if (to > from) {
      const left = plot.valToPos(from, 'x', true);
      ctx.fillStyle = css(`--band-${state}`);
      ctx.fillRect(left, bbox.top, plot.valToPos(to, 'x', true) - left, bbox.height);
    }
  });
}

/** Draws a tick at the bottom of a chart for a pass without a measurement. */
function drawTick({ ctx, bbox }, x, ratio) {
  ctx.fillStyle = css('--soft');
  ctx.fillRect(x - 0.5 * ratio, bbox.top + bbox.height - 7 * ratio, ratio, 7 * ratio);
}

/** Draws a square at the bottom of a chart for a pass that saw the facility, but could not be judged. */
function drawUnjudged({ ctx, bbox }, x, ratio) {
  ctx.strokeStyle = css('--soft');
  ctx.lineWidth = 1.2 * ratio;
  ctx.strokeRect(x - 3 * ratio, bbox.top + bbox.height - 8 * ratio, 6 * ratio, 6 * ratio);
}

/** Draws a measurement as a point with its error bar. The point of a provisional one is hollow. */
function drawPoint(plot, x, observation, ratio) {
  const { ctx } = plot;
  const { effectiveKelvin, effectiveStandardError, state, provisional } = observation;
  const y = (kelvin) => plot.valToPos(kelvin, 'y', true);
  ctx.strokeStyle = css(`--state-${state}`);
  ctx.lineWidth = 1.2 * ratio;
  ctx.beginPath();
  ctx.moveTo(x, y(effectiveKelvin - effectiveStandardError));
  ctx.lineTo(x, y(effectiveKelvin + effectiveStandardError));
  ctx.stroke();
  ctx.beginPath();
  ctx.arc(x, y(effectiveKelvin), 3 * ratio, 0, 2 * Math.PI);
  ctx.fillStyle = provisional ? css('--paper') : css(`--state-${state}`);
  ctx.fill();
  ctx.stroke();
}

function drawObservations(plot, points) {
  const { ctx, bbox } = plot;
  const ratio = devicePixelRatio || 1;
  ctx.save();
  ctx.beginPath();
  ctx.rect(bbox.left, bbox.top, bbox.width, bbox.height);
  ctx.clip();
  points.filter(({ observation }) => observation).forEach(({ at, observation }) => {
    const x = plot.valToPos(at, 'x', true);
    if (x < bbox.left - 5 || x > bbox.left + bbox.width + 5) {
      return;
    }
    if (isMeasured(observation)) {
      drawPoint(plot, x, observation, ratio);
    } else {
      (isUnjudged(observation) ? drawUnjudged : drawTick)(plot, x, ratio);
    }
  });
  ctx.restore();
}

/** Size of the text of the page relative to its usual size: charts on large screens grow with it. */
const textScale = () => parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;

/** The time axis and an axis with these labels. */
export function axes(values) {
  const scale = textScale();
  const common = {
    // uPlot reads whole pixels only.
    font: `${Math.round(12 * scale)}px system-ui, sans-serif`,
    size: 50 * scale,
    // Minimum distance between labels: a label is a month or a year.
    space: 56 * scale,
    stroke: () => css('--soft'),
    grid: { stroke: () => css('--grid'), width: 1 },
    ticks: { stroke: () => css('--grid') },
  };
  return [common, { ...common, size: 66 * scale, space: 30 * scale, values }];
}

const kelvinAxes = () => axes((_, values) => values.map((value) => `${signed(value)} K`));

/** Width of charts on paper, in pixels: A4 without margins. */
const PAPER_WIDTH = 690;

/** Creates a chart that fills its parent, follows its size and the theme, and is drawn again for paper. */
export function createChart(parent, options, data) {
  const plot = new uPlot({
    width: Math.max(200, parent.clientWidth),
    height: parent.clientHeight,
    tzDate: (stamp) => uPlot.tzDate(new Date(stamp * 1000), 'UTC'),
    fmtDate: (form) => uPlot.fmtDate(form, monthNames()),
    legend: { show: false },
    ...options,
  }, data, parent);
  const fill = () => {
    const { clientWidth: width, clientHeight: height } = parent;
    if (width > 0 && height > 0 && (width !== plot.width || height !== plot.height)) {
      plot.setSize({ width, height });
    }
  };
  const resize = new ResizeObserver(fill);
  resize.observe(parent);
  const redraw = () => plot.redraw();
  addEventListener('theme', redraw);
  const print = () => plot.setSize({ width: PAPER_WIDTH, height: parent.clientHeight });
  addEventListener('beforeprint', print);
  addEventListener('afterprint', fill);
  return {
    plot,
    destroy() {
      resize.disconnect();
      removeEventListener('beforeprint', print);
      removeEventListener('afterprint', fill);
      removeEventListener('theme', redraw);
      plot.destroy();
    },
  };
}

/** The range of the kelvin axis: the data with a margin, always with zero. */
function kelvinRange(_, low, high) {
  return [Math.min(-1, (low ?? 0) - 0.5), Math.max(1, (high ?? 0) + 0.5)];
}

/** An observation as text. */
function describe(observation) {
  const at = `${utc(observation.acquiredAt)} UTC`;
  if (!isMeasured(observation)) {
    const why = observation.flags.map(reason).join('; ');
    return `${at}: ${isUnjudged(observation) ? t('chart.unjudged', { why }) : t('chart.unseen', { why })}`;
  }
  return t('chart.observation', {
    time: at,
    excess: excess(observation),
    score: score(observation.score),
    state: t(`state.${observation.state}`),
  });
}

const line = (stroke, width = 1) => ({ stroke: () => css(stroke), width, spanGaps: false, points: { show: false } });

function excessChart(parent, data, points, x, common, onCursor) {
  const column = (read) => points.map(({ observation }) => (
    observation && isMeasured(observation) ? read(observation) : null));
  return createChart(parent, {
    scales: common.scales(kelvinRange),
    axes: kelvinAxes(),
    series: [{}, line('--trace'), line('--none', 0), line('--none', 0)],
    bands: [{ series: [2, 3], fill: () => css('--error') }],
    cursor: common.cursor,
    hooks: {
      drawClear: [common.drawStates],
      draw: [(plot) => drawObservations(plot, points)],
      setCursor: [(plot) => plot.cursor.idx != null && onCursor(plot.cursor.idx)],
    },
  }, [
    x,
    column(({ effectiveKelvin }) => effectiveKelvin),
    column(({ effectiveKelvin, effectiveStandardError }) => effectiveKelvin + effectiveStandardError),
    column(({ effectiveKelvin, effectiveStandardError }) => effectiveKelvin - effectiveStandardError),
  ]);
}

function scoreChart(parent, points, x, common) {
  const scores = points.map(({ observation }) => (observation && isMeasured(observation) ? observation.score : null));
  return createChart(parent, {
    scales: common.scales([0, 100]),
    axes: axes((_, values) => values.map((value) => `${value}`)),
    series: [{}, { ...line('--trace'), points: { show: true, size: 4, stroke: () => css('--trace') } }],
    cursor: common.cursor,
    hooks: { drawClear: [common.drawStates] },
  }, [x, scores]);
}

/**
 * The history of one facility: excess with standard errors above, score below. Calls announce(text) with the
 * observation at the cursor.
 *
 * @param data the JSON of the chart
 * @param from start of the time axis, in seconds
 * @param to end of the time axis, in seconds
 */
export function historyChart(parent, data, from, to, announce) {
  const points = withGaps(rows(data.looks));
  const x = points.map(({ at }) => at);
  const describePoint = (index) => {
    const observation = points[index]?.observation;
    if (observation) {
      announce(describe(observation));
    }
  };
  const common = {
    scales: (range) => ({ x: { time: true, min: from, max: to }, y: { range } }),
    cursor: { sync: { key: `history-${Math.random()}` }, drag: { x: true, y: false }, points: { show: false } },
    drawStates: (plot) => drawBands(plot, data.changes, seconds(data.asOf) + DAY_SECONDS),
  };
  const upper = el('div', { class: 'plot excess-plot' });
  const lower = el('div', { class: 'plot score-plot' });
  parent.append(
    el('p', { class: 'small' }, t('chart.kelvin')), upper, el('p', { class: 'small' }, t('chart.score')), lower,
  );
  const above = excessChart(upper, data, points, x, common, describePoint);
  const below = scoreChart(lower, points, x, common);
  let index = points.length - 1;
  return {
    range(start, end) {
      above.plot.setScale('x', { min: start, max: end });
      below.plot.setScale('x', { min: start, max: end });
    },
    /** Moves the cursor by some observations, for the keyboard. */
    step(by) {
      do {
        index += by;
      } while (points[index] && !points[index].observation);
      index = Math.max(0, Math.min(points.length - 1, index));
      const { min, max } = above.plot.scales.x;
      if (x[index] < min || x[index] > max) {
        this.range(x[index] - (max - min) / 2, x[index] + (max - min) / 2);
      }
      above.plot.setCursor({ left: above.plot.valToPos(x[index], 'x'), top: 100 });
      describePoint(index);
    },
    destroy() {
      above.destroy();
      below.destroy();
    },
  };
}

function comparedSeries(i) {
  const colour = () => css(COLOURS[i % COLOURS.length]);
  return {
    stroke: colour,
    width: 1.6,
    dash: DASHES[i % DASHES.length],
    spanGaps: false,
    points: { show: true, size: 4, stroke: colour, fill: colour },
  };
}

/**
 * Several histories in one chart, distinguished by colour and dashes.
 *
 * @param series objects with a name and the columns of the observations
 */
export function comparisonChart(parent, series, from, to) {
  const all = series.map(({ columns }) => withGaps(rows(columns)));
  const stamps = [...new Set(all.flatMap((points) => points.map(({ at }) => at)))].sort((a, b) => a - b);
  const data = all.map((points) => {
    const kelvin = new Map(points.map(({ at, observation }) => [
      at, observation && isMeasured(observation) ? observation.effectiveKelvin : null,
    ]));
    // For uPlot, undefined is no point and null is a gap.
    return stamps.map((stamp) => kelvin.get(stamp));
  });
  const key = el('ul', { class: 'key' }, series.map(({ name }, i) => el('li', {}, swatch(i), name)));
  const box = el('div', { class: 'plot compared-plot' });
  parent.append(key, box);
  return createChart(box, {
    scales: { x: { time: true, min: from, max: to }, y: { range: kelvinRange } },
    axes: kelvinAxes(),
    series: [{}, ...series.map((_, i) => comparedSeries(i))],
    cursor: { drag: { x: true, y: false } },
  }, [stamps, ...data]);
}

/** A sample of the line of a series, for the key. */
function swatch(i) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  const sample = document.createElementNS('http://www.w3.org/2000/svg', 'line');
  svg.setAttribute('viewBox', '0 0 30 8');
  svg.setAttribute('aria-hidden', 'true');
  svg.setAttribute('class', `swatch line-${i % COLOURS.length + 1}`);
  Object.entries({
    x1: 0, x2: 30, y1: 4, y2: 4, 'stroke-width': 2.5, 'stroke-dasharray': DASHES[i % DASHES.length].join(' '),
  }).forEach(([name, value]) => sample.setAttribute(name, value));
  svg.append(sample);
  return svg;
}
