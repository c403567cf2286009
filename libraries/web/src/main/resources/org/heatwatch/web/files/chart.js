// Charts of looks over time. What was not seen is a gap, never a line through it.

import { css, el } from './dom.js';
import { excess, score, signed, t, utc } from './words.js';

const DAY_SECONDS = 86_400;
/** Looks farther apart are not joined by a line. */
const LONGEST_STEP_DAYS = 20;
const COLOURS = ['--line-1', '--line-2', '--line-3', '--line-4', '--line-5', '--line-6'];
const DASHES = [[], [8, 4], [2, 3], [10, 3, 2, 3], [5, 5], [1, 4]];

export const seconds = (text) => Date.parse(text.length === 10 ? `${text}T00:00:00Z` : text) / 1000;

/** Looks, given as columns, one by one. */
export function rows(looks) {
  return looks.acquisition.map((_, i) => Object.fromEntries(Object.entries(looks).map(([name, values]) => [name, values[i]])));
}

const isSeen = (look) => look.status === 'observed' && look.effectiveKelvin != null;

/** Looks with an empty one in each gap that would be joined otherwise. */
function withGaps(looks) {
  const all = [];
  looks.forEach((look, i) => {
    const at = seconds(look.acquiredAt);
    if (i > 0 && at - seconds(looks[i - 1].acquiredAt) > LONGEST_STEP_DAYS * DAY_SECONDS) {
      all.push({ at: (at + seconds(looks[i - 1].acquiredAt)) / 2, look: null });
    }
    all.push({ at, look });
  });
  return all;
}

/** Bands behind a chart: which state held when. */
function bands(u, changes, end) {
  const { ctx, bbox } = u;
  changes.forEach(([date, state], i) => {
    const from = Math.max(u.scales.x.min, seconds(date));
    const to = Math.min(u.scales.x.max, i + 1 < changes.length ? seconds(changes[i + 1][0]) : end);
    if (to > from) {
      const left = u.valToPos(from, 'x', true);
      ctx.fillStyle = css(`--band-${state}`);
      ctx.fillRect(left, bbox.top, u.valToPos(to, 'x', true) - left, bbox.height);
    }
  });
}

/** Error bars, points, and ticks for what was not seen. */
function marks(u, points) {
  const { ctx, bbox } = u;
  const ratio = devicePixelRatio || 1;
  ctx.save();
  ctx.beginPath();
  ctx.rect(bbox.left, bbox.top, bbox.width, bbox.height);
  ctx.clip();
  points.filter((point) => point.look).forEach(({ at, look }) => {
    const x = u.valToPos(at, 'x', true);
    if (x < bbox.left - 5 || x > bbox.left + bbox.width + 5) {
      return;
    }
    if (!isSeen(look)) {
      ctx.fillStyle = css('--soft');
      ctx.fillRect(x - 0.5 * ratio, bbox.top + bbox.height - 7 * ratio, ratio, 7 * ratio);
      return;
    }
    const y = (kelvin) => u.valToPos(kelvin, 'y', true);
    ctx.strokeStyle = css(`--state-${look.state}`);
    ctx.lineWidth = 1.2 * ratio;
    ctx.beginPath();
    ctx.moveTo(x, y(look.effectiveKelvin - look.effectiveStandardError));
    ctx.lineTo(x, y(look.effectiveKelvin + look.effectiveStandardError));
    ctx.stroke();
    ctx.beginPath();
    ctx.arc(x, y(look.effectiveKelvin), 3 * ratio, 0, 2 * Math.PI);
    ctx.fillStyle = look.provisional ? css('--paper') : css(`--state-${look.state}`);
    ctx.fill();
    ctx.stroke();
  });
  ctx.restore();
}

function axes(values) {
  const common = { stroke: () => css('--soft'), grid: { stroke: () => css('--grid'), width: 1 }, ticks: { stroke: () => css('--grid') } };
  return [common, { ...common, size: 66, values }];
}

function chart(parent, options, data) {
  const u = new uPlot({
    width: Math.max(200, parent.clientWidth),
    tzDate: (stamp) => uPlot.tzDate(new Date(stamp * 1000), 'UTC'),
    legend: { show: false },
    ...options,
  }, data, parent);
  const resize = new ResizeObserver(() => {
    if (parent.clientWidth > 0 && parent.clientWidth !== u.width) {
      u.setSize({ width: parent.clientWidth, height: options.height });
    }
  });
  resize.observe(parent);
  const recolour = () => u.redraw();
  addEventListener('theme', recolour);
  return {
    u,
    destroy() {
      resize.disconnect();
      removeEventListener('theme', recolour);
      u.destroy();
    },
  };
}

/** Room above and below the readings, zero always in it. */
function kelvinRange(_, low, high) {
  return [Math.min(-1, (low ?? 0) - 0.5), Math.max(1, (high ?? 0) + 0.5)];
}

/** The history of one facility: kelvin with errors above, score below. Says the look at the cursor through tell(text). */
export function historyChart(parent, numbers, from, to, tell) {
  const points = withGaps(rows(numbers.looks));
  const x = points.map((point) => point.at);
  const of = (read) => points.map(({ look }) => (look && isSeen(look) ? read(look) : null));
  const say = (index) => {
    const look = points[index]?.look;
    if (look) {
      const values = {
        time: `${utc(look.acquiredAt)} UTC`, excess: excess(look), score: score(look.score), state: t(`state.${look.state}`),
      };
      tell(isSeen(look) ? t('chart.look', values) : `${values.time}: ${t('chart.unseen', { why: look.flags.join('; ') })}`);
    }
  };
  const scales = (range) => ({ x: { time: true, min: from, max: to }, y: { range } });
  const key = `look-${Math.random()}`;
  const cursor = { sync: { key }, drag: { x: true, y: false }, points: { show: false } };
  const upper = el('div', { class: 'plot' });
  const lower = el('div', { class: 'plot' });
  parent.append(
    el('p', { class: 'small' }, t('chart.kelvin')), upper, el('p', { class: 'small' }, t('chart.score')), lower,
  );
  const line = (stroke, width = 1) => ({ stroke: () => css(stroke), width, spanGaps: false, points: { show: false } });
  const above = chart(upper, {
    height: 240,
    scales: scales(kelvinRange),
    axes: axes((_, values) => values.map((value) => `${signed(value)} K`)),
    series: [{}, line('--trace'), line('--none', 0), line('--none', 0)],
    bands: [{ series: [2, 3], fill: () => css('--error') }],
    cursor,
    hooks: {
      drawClear: [(u) => bands(u, numbers.changes, seconds(numbers.asOf) + DAY_SECONDS)],
      draw: [(u) => marks(u, points)],
      setCursor: [(u) => u.cursor.idx != null && say(u.cursor.idx)],
    },
  }, [x, of((l) => l.effectiveKelvin), of((l) => l.effectiveKelvin + l.effectiveStandardError),
    of((l) => l.effectiveKelvin - l.effectiveStandardError)]);
  const below = chart(lower, {
    height: 110,
    scales: scales([0, 100]),
    axes: axes((_, values) => values.map((value) => `${value}`)),
    series: [{}, { ...line('--trace'), points: { show: true, size: 4, stroke: () => css('--trace') } }],
    cursor,
    hooks: { drawClear: [(u) => bands(u, numbers.changes, seconds(numbers.asOf) + DAY_SECONDS)] },
  }, [x, of((l) => l.score)]);
  let index = points.length - 1;
  return {
    range(start, end) {
      above.u.setScale('x', { min: start, max: end });
      below.u.setScale('x', { min: start, max: end });
    },
    /** Goes some looks on, for those without a pointer. */
    step(by) {
      do {
        index += by;
      } while (points[index] && !points[index].look);
      index = Math.max(0, Math.min(points.length - 1, index));
      const { min, max } = above.u.scales.x;
      if (x[index] < min || x[index] > max) {
        this.range(x[index] - (max - min) / 2, x[index] + (max - min) / 2);
      }
      above.u.setCursor({ left: above.u.valToPos(x[index], 'x'), top: 100 });
      say(index);
    },
    destroy() {
      above.destroy();
      below.destroy();
    },
  };
}

/** Several series of looks in one chart; each has a name, its looks as columns, and is told apart by colour and dashes. */
export function manyChart(parent, series, from, to) {
  const all = series.map(({ looks }) => withGaps(rows(looks)));
  const stamps = [...new Set(all.flatMap((points) => points.map((point) => point.at)))].sort((a, b) => a - b);
  const data = all.map((points) => {
    const at = new Map(points.map((point) => [point.at, point.look && isSeen(point.look) ? point.look.effectiveKelvin : null]));
    // Undefined is passed over, null is a gap.
    return stamps.map((stamp) => at.get(stamp));
  });
  const key = el('ul', { class: 'key' }, series.map(({ name }, i) => el('li', {}, swatch(i), name)));
  const plot = el('div', { class: 'plot' });
  parent.append(key, plot);
  const drawn = chart(plot, {
    height: 260,
    scales: { x: { time: true, min: from, max: to }, y: { range: kelvinRange } },
    axes: axes((_, values) => values.map((value) => `${signed(value)} K`)),
    series: [{}, ...series.map((_, i) => ({
      stroke: () => css(COLOURS[i % COLOURS.length]), width: 1.6, dash: DASHES[i % DASHES.length], spanGaps: false,
      points: { show: true, size: 4, stroke: () => css(COLOURS[i % COLOURS.length]), fill: () => css(COLOURS[i % COLOURS.length]) },
    }))],
    cursor: { drag: { x: true, y: false } },
  }, [stamps, ...data]);
  return drawn;
}

function swatch(i) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  const line = document.createElementNS('http://www.w3.org/2000/svg', 'line');
  svg.setAttribute('viewBox', '0 0 30 8');
  svg.setAttribute('aria-hidden', 'true');
  svg.setAttribute('class', `swatch line-${i % COLOURS.length + 1}`);
  Object.entries({ x1: 0, x2: 30, y1: 4, y2: 4, 'stroke-width': 2.5, 'stroke-dasharray': DASHES[i % DASHES.length].join(' ') })
    .forEach(([name, value]) => line.setAttribute(name, value));
  svg.append(line);
  return svg;
}
