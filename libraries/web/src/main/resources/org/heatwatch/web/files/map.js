// The map: optional base maps, the heat map, footprints and hot spots.

import { $, css } from './dom.js';
import { heatLayer } from './heat.js';
import { label, t } from './words.js';

const TILES = {
  osm: {
    url: 'https://tile.openstreetmap.org/{z}/{x}/{y}.png',
    attributions: '© OpenStreetMap contributors',
    maxZoom: 19,
  },
  esri: {
    url: 'https://server.arcgisonline.com/ArcGIS/rest/services/World_Imagery/MapServer/tile/{z}/{y}/{x}',
    attributions: 'Imagery © Esri, Maxar, Earthstar Geographics and the GIS user community',
    maxZoom: 19,
  },
};
/** Created on demand, because the page also works without OpenLayers. */
const format = () => new ol.format.GeoJSON({ featureProjection: 'EPSG:3857' });
/** Radius of the circle around a hot spot, in standard errors of its position: as in the pictures. */
export const POSITION_ERRORS = 2;
/** Size of the text of a label, of that of the selected facility, and height of a line, in pixels. */
const LABEL_SIZE = 12;
const SELECTED_SIZE = 14;
const LINE_HEIGHT = 15;
/** Penalty in covered square pixels for each pixel by which a label is outside the map. */
const OUTSIDE_PENALTY = 40;
/** Share of a label that may cover others; a label without such a place is omitted, since the table has it. */
const MOST_COVERED = 0.12;
export const DASHED = {
  SUSPECT: [6, 4], RISING: [6, 4], FALLING: [6, 4], COOLING: [2, 3], RETURNING: [2, 3],
  STALE: [2, 5], UNKNOWN: [2, 5], UNCALIBRATED: [2, 5],
};

/** Whether a map feature is a facility or a control. */
const isWatched = (feature) => ['facility', 'control'].includes(feature.get('role'));

/** As RFC 7946 requires: outer rings counterclockwise. */
const WRITTEN = { decimals: 7, rightHanded: true };

const fromGeoJson = (geometry) => format().readGeometry(geometry);
export const toGeoJson = (geometry) => JSON.parse(format().writeGeometry(geometry, WRITTEN));

const labelFont = (isSelected) => `600 ${isSelected ? SELECTED_SIZE : LABEL_SIZE}px system-ui, sans-serif`;
const labelLines = (feature) => [
  label(feature.getProperties()), feature.get('excess') ?? t(`state.${feature.get('state')}`),
];
/** Place of a label that is not written. */
const OMITTED = 'omitted';
const measuring = document.createElement('canvas').getContext('2d');

/** Width of a label in pixels. */
function labelWidth(feature, isSelected) {
  measuring.font = labelFont(isSelected);
  return Math.max(...labelLines(feature).map((line) => measuring.measureText(line).width));
}

/** Boxes on the map that controls and the legend cover, in pixels from its upper left corner. */
function coveredByControls(target) {
  const map = target.getBoundingClientRect();
  return [...target.parentElement.querySelectorAll('.legend, .ol-zoom, .ol-scale-line, .ol-attribution')]
    .map((node) => node.getBoundingClientRect())
    .filter(({ width }) => width > 0)
    .map(({ left, top, right, bottom }) => [left - map.left, top - map.top, right - map.left, bottom - map.top]);
}

const overlap = (box, other) => Math.max(0, Math.min(box[2], other[2]) - Math.max(box[0], other[0]))
  * Math.max(0, Math.min(box[3], other[3]) - Math.max(box[1], other[1]));

/** The style of a footprint. Its state is shown by colour, line and text. */
function footprintStyle(feature, isSelected) {
  const { role, state } = feature.getProperties();
  const watched = isWatched(feature);
  const stroke = css(watched ? `--state-${state}` : '--quiet');
  const styles = [];
  if (watched) {
    const halo = new ol.style.Stroke({ color: css('--halo'), width: isSelected ? 8 : 5 });
    styles.push(new ol.style.Style({ stroke: halo }));
  }
  styles.push(new ol.style.Style({
    stroke: new ol.style.Stroke({
      color: stroke,
      width: isSelected ? 5 : watched ? 2.5 : 1,
      lineDash: watched ? DASHED[state] : role === 'site' ? [8, 6] : undefined,
    }),
    // Almost transparent: the interior can be clicked, and the heat map stays visible.
    fill: role === 'site' ? undefined : new ol.style.Fill({ color: 'rgba(128,128,128,0.02)' }),
    text: watched && feature.get('label') !== OMITTED ? new ol.style.Text({
      text: labelLines(feature).join('\n'),
      font: labelFont(isSelected),
      fill: new ol.style.Fill({ color: css('--text') }),
      textAlign: 'center',
      stroke: new ol.style.Stroke({ color: css('--halo'), width: 4 }),
      overflow: true,
      ...(feature.get('label') ?? { offsetY: -24 }),
    }) : undefined,
  }));
  return styles;
}

function spotStyle(spot) {
  return [new ol.style.Style({
    stroke: new ol.style.Stroke({ color: css('--halo'), width: 4 }),
  }), new ol.style.Style({
    stroke: new ol.style.Stroke({ color: css('--spot'), width: 2, lineDash: [4, 3] }),
  }), new ol.style.Style({
    geometry: new ol.geom.Point(spot.get('at')),
    image: new ol.style.RegularShape({
      points: 4, radius: 7, radius2: 0, stroke: new ol.style.Stroke({ color: css('--spot'), width: 2 }),
    }),
  })];
}

/** A map of the features of a timeline. */
export class SiteMap {
  constructor(target, style = footprintStyle) {
    this.selected = '';
    /** Extents of symbols of other layers. */
    this.moreSymbols = () => [];
    this.base = new ol.layer.Tile({ visible: false });
    this.heat = heatLayer();
    this.footprints = new ol.source.Vector();
    this.spots = new ol.source.Vector();
    this.outlines = new ol.layer.Vector({
      source: this.footprints,
      style: (feature) => style(feature, feature.getId() === this.selected),
    });
    this.map = new ol.Map({
      target,
      layers: [this.base, this.heat, this.outlines, new ol.layer.Vector({ source: this.spots, style: spotStyle })],
      controls: ol.control.defaults.defaults({
        zoom: true, attribution: true, rotate: false, attributionOptions: { collapsible: false },
      }).extend([new ol.control.ScaleLine()]),
      // The wheel scrolls the page; it zooms the map only with Ctrl or Cmd.
      interactions: ol.interaction.defaults.defaults({
        altShiftDragRotate: false, pinchRotate: false, mouseWheelZoom: false,
      }).extend([new ol.interaction.MouseWheelZoom({ condition: ol.events.condition.platformModifierKeyOnly })]),
      view: new ol.View({ center: [0, 0], zoom: 2, maxZoom: 20 }),
      keyboardEventTarget: target,
    });
    this.hasLabels = style === footprintStyle;
    if (this.hasLabels) {
      this.map.on('moveend', () => this.placeLabels());
    }
    addEventListener('theme', () => this.redraw());
    // For debuggers and tests.
    target.siteMap = this;
  }

  /**
   * Places each label next to its footprint, where it covers the least of other labels, symbols and footprints. The
   * selected facility comes first, then the warmest. A label that would cover others is omitted.
   */
  placeLabels() {
    if (!this.hasLabels) {
      this.redraw();
      return;
    }
    const view = this.map.getView();
    const resolution = view.getResolution();
    const [west, , , north] = view.calculateExtent();
    const pixels = ([left, bottom, right, top]) => [
      (left - west) / resolution, (north - top) / resolution,
      (right - west) / resolution, (north - bottom) / resolution,
    ];
    const [width, height] = this.map.getSize() ?? [0, 0];
    const kelvin = (feature) => (feature.getId() === this.selected ? Infinity : feature.get('kelvin') ?? -99);
    const named = this.footprints.getFeatures().filter(isWatched).sort((a, b) => kelvin(b) - kelvin(a));
    const footprints = named.map((feature) => pixels(feature.getGeometry().getExtent()));
    const taken = [...coveredByControls(this.map.getTargetElement()), ...this.symbols().map(pixels)];
    named.forEach((feature, index) => {
      const [left, top, right, bottom] = footprints[index];
      const [x, y] = [(left + right) / 2, (top + bottom) / 2];
      const isSelected = feature.getId() === this.selected;
      const [wide, high] = [labelWidth(feature, isSelected) + 4, 2 * LINE_HEIGHT];
      const places = [
        [right + 6, y - high / 2], [left - 6 - wide, y - high / 2],
        [x - wide / 2, top - 4 - high], [x - wide / 2, bottom + 4],
        [right + 4, top - high], [right + 4, bottom], [left - 4 - wide, top - high], [left - 4 - wide, bottom],
      ].map(([west_, north_]) => [west_, north_, west_ + wide, north_ + high]);
      const outside = (box) => Math.max(0, -box[0], -box[1], box[2] - width, box[3] - height);
      const covered = (box) => [...taken, ...footprints].reduce((sum, other) => sum + overlap(box, other), 0);
      const cost = (box) => covered(box) + OUTSIDE_PENALTY * outside(box);
      const best = places.reduce((one, other) => (cost(other) < cost(one) ? other : one));
      const isLegible = isSelected || (covered(best) <= MOST_COVERED * wide * high && outside(best) === 0);
      if (isLegible) {
        taken.push(best);
      }
      feature.set('label', isLegible
        ? { offsetX: (best[0] + best[2]) / 2 - x, offsetY: (best[1] + best[3]) / 2 - y } : OMITTED, true);
    });
    this.redraw();
  }

  /** Extents of the hot spots and of further symbols that labels must not cover. */
  symbols() {
    const half = 8 * this.map.getView().getResolution();
    return [
      ...this.spots.getFeatures().map((spot) => spot.get('at'))
        .map(([x, y]) => [x - half, y - half, x + half, y + half]),
      ...this.moreSymbols(),
    ];
  }

  /** Replaces the features. */
  setFeatures(features) {
    this.footprints.clear();
    this.footprints.addFeatures(features.map((feature) => {
      const { geometry, ...properties } = feature;
      const drawn = new ol.Feature({ ...properties, geometry: fromGeoJson(geometry) });
      drawn.setId(feature.id);
      return drawn;
    }));
  }

  /** Zooms to the facilities, the controls and an extent, or else to all features. */
  fit(also = ol.extent.createEmpty()) {
    const watched = [...also];
    this.footprints.getFeatures()
      .filter(isWatched)
      .forEach((feature) => ol.extent.extend(watched, feature.getGeometry().getExtent()));
    const extent = ol.extent.isEmpty(watched) ? this.footprints.getExtent() : watched;
    if (!ol.extent.isEmpty(extent)) {
      this.map.getView().fit(extent, { padding: [50, 60, 50, 60], maxZoom: 18 });
    }
  }

  setSpots(spots) {
    this.spots.clear();
    this.spots.addFeatures(spots.map((spot) => {
      const at = ol.proj.fromLonLat([spot.longitude, spot.latitude]);
      const metres = POSITION_ERRORS * spot.positionStandardErrorMetres / Math.cos(spot.latitude * Math.PI / 180);
      return new ol.Feature({ geometry: new ol.geom.Circle(at, Math.max(metres, 1)), at, spot });
    }));
  }

  select(id) {
    this.selected = id;
    this.placeLabels();
  }

  redraw() {
    this.outlines.changed();
    this.spots.changed();
  }

  /** The id of the footprint, the hot spot and the heat source at a pixel, if any. */
  at(pixel) {
    let id = null;
    let spot = null;
    let source = null;
    this.map.forEachFeatureAtPixel(pixel, (feature) => {
      spot ??= feature.get('spot') ?? null;
      source ??= feature.get('heatSource') ?? null;
      id ??= feature.get('role') === 'site' ? null : feature.getId() ?? null;
    }, { hitTolerance: 6 });
    return { id, spot, source };
  }

  /** Shows a base map, which is loaded from the servers of its provider. */
  setBase(kind, ownAddress) {
    const tiles = kind === 'own' ? { url: ownAddress, maxZoom: 22 } : TILES[kind];
    const usable = tiles && /\{z\}/.test(tiles.url) && /\{-?y\}/.test(tiles.url);
    this.base.setSource(usable ? new ol.source.XYZ({ ...tiles, crossOrigin: null }) : null);
    this.base.setVisible(Boolean(usable));
  }
}

/** Connects the controls of a page that select a base map. */
export function baseMapControls(siteMap, viewParameter, setView) {
  const apply = () => {
    const kind = $('base').value;
    $('own').hidden = kind !== 'own';
    $('base-note').hidden = kind === 'none';
    siteMap.setBase(kind, $('tiles').value);
    setView({ base: kind === 'none' ? '' : kind, tiles: kind === 'own' ? $('tiles').value : '' });
  };
  $('base').addEventListener('change', apply);
  $('tiles').addEventListener('change', apply);
  if (viewParameter('base')) {
    // Opening a link must not send requests to a tile provider, so the base map stays off.
    $('tiles').value = viewParameter('tiles');
    setView({ base: '', tiles: '' });
  }
}

/** Shows a text about the feature under the pointer. */
export function showTips(siteMap, tip, describe) {
  siteMap.map.on('pointermove', (event) => {
    const found = event.dragging ? {} : siteMap.at(event.pixel);
    const text = describe(found);
    siteMap.map.getTargetElement().classList.toggle('pointing', Boolean(found.id || found.source));
    tip.hidden = !text;
    tip.textContent = text ?? '';
  });
}
