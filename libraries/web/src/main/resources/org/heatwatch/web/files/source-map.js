// The layer of heat sources on the map, and the key of its symbols.

import { $, css } from './dom.js';
import { circle as sampleCircle, entry } from './map-key.js';
import { POSITION_ERRORS } from './map.js';
import { t } from './words.js';

const SMALLEST_RADIUS = 4;
const LARGEST_RADIUS = 22;
/** K m² at which the area of a symbol is one square pixel, divided by pi. */
const AMOUNT_SCALE = 250;
/** Amounts of the key, in K m². */
const KEY_AMOUNTS = [5_000, 50_000];
/** Appended to a colour of six digits: lets the heat map show through. */
const TRANSLUCENT = 'a6';
const DASH = [3, 3];
/** Width of the rank beside a symbol, in pixels. */
const RANK_WIDTH = 18;

/** The radius of a symbol in pixels: its area is proportional to the amount, within limits. */
export const symbolRadius = (kelvinSquareMetres) => Math.min(LARGEST_RADIUS, Math.max(SMALLEST_RADIUS,
  Math.sqrt(Math.max(0, kelvinSquareMetres) / AMOUNT_SCALE)));

const circle = (radius, colour, width, fill) => new ol.style.Style({
  image: new ol.style.Circle({
    radius,
    stroke: new ol.style.Stroke({ color: colour, width }),
    fill: fill && new ol.style.Fill({ color: fill }),
  }),
});

/** The symbol of a source: size by amount, colour by state, hollow if it ended; and the error of its position. */
function sourceStyle(feature, isSelected) {
  const { heatSource: source, error } = feature.getProperties();
  const radius = symbolRadius(source.kelvinSquareMetres);
  const colour = css(`--state-${source.state}`);
  const label = new ol.style.Style({
    text: new ol.style.Text({
      text: `${source.rank}`,
      font: `${isSelected ? 700 : 600} ${isSelected ? 14 : 11}px system-ui, sans-serif`,
      offsetX: radius + 8,
      fill: new ol.style.Fill({ color: css('--text') }),
      stroke: new ol.style.Stroke({ color: css('--halo'), width: 3 }),
    }),
  });
  return [
    circle(radius, css('--halo'), isSelected ? 9 : 4),
    ...(isSelected ? [circle(radius + 3, css('--text'), 2.5)] : []),
    circle(radius, colour, 2, source.ended ? undefined : `${colour}${TRANSLUCENT}`),
    new ol.style.Style({
      geometry: error,
      stroke: new ol.style.Stroke({ color: css('--text'), width: 1, lineDash: DASH }),
    }),
    label,
  ];
}

function drawn(source) {
  const at = ol.proj.fromLonLat([source.longitude, source.latitude]);
  const metres = POSITION_ERRORS * source.positionStandardErrorMetres / Math.cos(source.latitude * Math.PI / 180);
  return new ol.Feature({
    geometry: new ol.geom.Point(at), error: new ol.geom.Circle(at, Math.max(metres, 1)), heatSource: source,
  });
}

/** The heat sources on a map, below the outlines. */
export class SourceLayer {
  constructor(siteMap, sources) {
    this.map = siteMap.map;
    this.selected = '';
    // The strongest are drawn first, so that a weaker source close by is not hidden.
    this.features = new Map(sources.map((source) => [source.id, drawn(source)]));
    this.source = new ol.source.Vector({ features: [...this.features.values()] });
    this.layer = new ol.layer.Vector({
      source: this.source,
      properties: { name: 'sources' },
      style: (feature) => sourceStyle(feature, feature.get('heatSource').id === this.selected),
    });
    this.map.getLayers().insertAt(this.map.getLayers().getArray().indexOf(siteMap.outlines), this.layer);
    siteMap.moreSymbols = () => this.symbols();
    addEventListener('theme', () => this.layer.changed());
  }

  /** Shows these sources only. */
  show(sources) {
    this.source.clear();
    this.source.addFeatures(sources.map(({ id }) => this.features.get(id)));
  }

  setVisible(isVisible) {
    this.layer.setVisible(isVisible);
  }

  /** Extents of the symbols with their ranks. */
  symbols() {
    const resolution = this.map.getView().getResolution();
    return this.layer.getVisible() ? this.source.getFeatures().map((feature) => {
      const [x, y] = feature.getGeometry().getCoordinates();
      const radius = symbolRadius(feature.get('heatSource').kelvinSquareMetres) * resolution;
      return [x - radius, y - radius, x + radius + RANK_WIDTH * resolution, y + radius];
    }) : [];
  }

  /** Highlights a source and moves the map if the source is outside of it. */
  select(id) {
    this.selected = id;
    this.layer.changed();
    const at = this.features.get(id)?.getGeometry().getCoordinates();
    const view = this.map.getView();
    if (at && !ol.extent.containsCoordinate(view.calculateExtent(this.map.getSize()), at)) {
      view.setCenter(at);
    }
  }

  extent() {
    return [...this.features.values()].reduce((all, feature) => (
      ol.extent.extend(all, feature.getGeometry().getExtent())), ol.extent.createEmpty());
  }
}

/** Shows what the symbols mean: the states that occur, ended sources, sizes, and the error of the position. */
export function sourceKey(sources) {
  const states = [...new Set(sources.filter(({ ended }) => !ended).map(({ state }) => state))];
  $('source-key').replaceChildren(
    ...states.map((state) => entry(sampleCircle(6, { class: `source ${state}` }), t(`state.${state}`))),
    ...(sources.some(({ ended }) => ended)
      ? [entry(sampleCircle(6, { class: 'source OFF ended' }), t('sources.key.ended'))] : []),
    ...KEY_AMOUNTS.map((amount) => entry(sampleCircle(symbolRadius(amount), { class: 'source ended' }),
      t('sources.key.size', { amount: amount.toLocaleString('en') }))),
    entry(sampleCircle(7, { class: 'source error', 'stroke-dasharray': DASH.join(' ') }), t('sources.key.error')),
  );
}
