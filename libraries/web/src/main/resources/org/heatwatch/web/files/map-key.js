// The key of the symbols on the map.

import { $, el } from './dom.js';
import { t } from './words.js';

const SVG = 'http://www.w3.org/2000/svg';
const SAMPLE_WIDTH = 26;
const SAMPLE_HEIGHT = 16;

function svg(width, height, shapes) {
  const node = document.createElementNS(SVG, 'svg');
  Object.entries({ viewBox: `0 0 ${width} ${height}`, width, height, 'aria-hidden': 'true' })
    .forEach(([name, value]) => node.setAttribute(name, value));
  shapes.forEach(([kind, attributes]) => {
    const shape = document.createElementNS(SVG, kind);
    Object.entries(attributes).forEach(([name, value]) => shape.setAttribute(name, value));
    node.append(shape);
  });
  return node;
}

const outline = (attributes) => svg(SAMPLE_WIDTH, SAMPLE_HEIGHT, [['rect', {
  x: 3, y: 3, width: SAMPLE_WIDTH - 6, height: SAMPLE_HEIGHT - 6, fill: 'none', ...attributes,
}]]);

const spot = () => svg(SAMPLE_HEIGHT, SAMPLE_HEIGHT, [
  ['circle', { cx: 8, cy: 8, r: 7, class: 'spot', 'stroke-dasharray': '4 3' }],
  ['path', { d: 'M8 1v14M1 8h14', class: 'spot' }],
]);

/** A circle for the key. */
export function circle(radius, attributes) {
  const size = 2 * radius + 4;
  return svg(size, size, [['circle', { cx: size / 2, cy: size / 2, r: radius, ...attributes }]]);
}

/** An entry of a key. */
export const entry = (symbol, text) => el('li', {}, symbol, ' ', text);

/**
 * Shows what the outlines and crosses mean.
 *
 * @param states the states that occur on the map
 * @param dashes dashes of the outline of a state, if any
 */
export function mapKey(states, dashes) {
  $('map-key').replaceChildren(
    el('li', {}, t('legend.watched')),
    ...states.map((state) => entry(
      outline({ class: `outline ${state}`, 'stroke-dasharray': (dashes[state] ?? []).join(' ') }), t(`state.${state}`),
    )),
    entry(outline({ class: 'outline other' }), t('legend.other')),
    entry(outline({ class: 'outline other', 'stroke-dasharray': '5 4' }), t('legend.site')),
    entry(spot(), t('legend.spot')),
  );
}
