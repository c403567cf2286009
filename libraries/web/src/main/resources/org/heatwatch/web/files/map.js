// The map: base maps that a reader may switch on, the heat map, footprints and hot spots.

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
/** Not before it is needed: the rest of the page works without the library. */
const format = () => new ol.format.GeoJSON({ featureProjection: 'EPSG:3857' });
/** About what a letter and a line of a label take, in pixels. */
const LETTER = 7.2;
const LINE = 15;
/** Covering so many square pixels is as bad as sticking out by one. */
const FAR = 40;
const DASHED = { SUSPECT: [6, 4], COOLING: [2, 3], STALE: [2, 5], UNKNOWN: [2, 5], UNCALIBRATED: [2, 5] };

export const fromGeoJson = (geometry) => format().readGeometry(geometry);
export const toGeoJson = (geometry) => JSON.parse(format().writeGeometry(geometry, { decimals: 7 }));

/** How a footprint is drawn: never by colour alone. */
function footprintStyle(feature, isChosen) {
  const { role, state } = feature.getProperties();
  const isWatched = role === 'facility' || role === 'control';
  const stroke = css(isWatched ? `--state-${state}` : '--quiet');
  const styles = [];
  if (isWatched) {
    styles.push(new ol.style.Style({ stroke: new ol.style.Stroke({ color: css('--halo'), width: isChosen ? 8 : 5 }) }));
  }
  styles.push(new ol.style.Style({
    stroke: new ol.style.Stroke({
      color: stroke,
      width: isChosen ? 5 : isWatched ? 2.5 : 1,
      lineDash: isWatched ? DASHED[state] : role === 'site' ? [8, 6] : undefined,
    }),
    // Nearly nothing, so that the inside can be clicked and the heat map seen.
    fill: role === 'site' ? undefined : new ol.style.Fill({ color: 'rgba(128,128,128,0.02)' }),
    text: isWatched ? new ol.style.Text({
      text: `${label(feature.getProperties())}\n${feature.get('reading') ?? t(`state.${state}`)}`,
      font: `600 ${isChosen ? 14 : 12}px system-ui, sans-serif`,
      fill: new ol.style.Fill({ color: css('--ink') }),
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

/** A map of features as the API's timeline has them. */
export class SiteMap {
  constructor(target, style = footprintStyle) {
    this.chosen = '';
    this.base = new ol.layer.Tile({ visible: false });
    this.heat = heatLayer();
    this.footprints = new ol.source.Vector();
    this.spots = new ol.source.Vector();
    this.outlines = new ol.layer.Vector({
      source: this.footprints,
      style: (feature) => style(feature, feature.getId() === this.chosen),
    });
    this.map = new ol.Map({
      target,
      layers: [this.base, this.heat, this.outlines, new ol.layer.Vector({ source: this.spots, style: spotStyle })],
      controls: ol.control.defaults.defaults({ zoom: true, attribution: true, rotate: false, attributionOptions: { collapsible: false } })
        .extend([new ol.control.ScaleLine()]),
      // A page that is scrolled shall not zoom a map by the way.
      interactions: ol.interaction.defaults.defaults({ altShiftDragRotate: false, pinchRotate: false, mouseWheelZoom: false })
        .extend([new ol.interaction.MouseWheelZoom({ condition: ol.events.condition.platformModifierKeyOnly })]),
      view: new ol.View({ center: [0, 0], zoom: 2, maxZoom: 20 }),
      keyboardEventTarget: target,
    });
    if (style === footprintStyle) {
      this.map.on('moveend', () => this.placeLabels());
    }
    addEventListener('theme', () => this.redraw());
    // For whoever looks at the page through a debugger, and for its tests.
    target.siteMap = this;
  }

  /** Puts each name beside its footprint where it covers neither names nor footprints, as far as there is room. */
  placeLabels() {
    const resolution = this.map.getView().getResolution();
    const pixels = (extent) => [extent[0] / resolution, -extent[3] / resolution, extent[2] / resolution, -extent[1] / resolution];
    const named = this.footprints.getFeatures().filter((feature) => ['facility', 'control'].includes(feature.get('role')));
    const [west, north, east, south] = pixels(this.map.getView().calculateExtent());
    const outside = (box) => Math.max(0, west - box[0], box[2] - east, north - box[1], box[3] - south) * FAR;
    const taken = named.map((feature) => pixels(feature.getGeometry().getExtent()));
    named.forEach((feature) => {
      const [left, top, right, bottom] = pixels(feature.getGeometry().getExtent());
      const [x, y] = [(left + right) / 2, (top + bottom) / 2];
      const longest = Math.max(label(feature.getProperties()).length, (feature.get('reading') ?? '').length);
      const [width, height] = [longest * LETTER, 2 * LINE];
      const places = [
        [right + 6, y - height / 2], [left - 6 - width, y - height / 2], [x - width / 2, top - 4 - height], [x - width / 2, bottom + 4],
        [right + 4, top - height], [right + 4, bottom], [left - 4 - width, top - height], [left - 4 - width, bottom],
      ].map(([west, north]) => [west, north, west + width, north + height]);
      const covered = (box) => outside(box) + taken.reduce((sum, other) => sum
        + Math.max(0, Math.min(box[2], other[2]) - Math.max(box[0], other[0]))
        * Math.max(0, Math.min(box[3], other[3]) - Math.max(box[1], other[1])), 0);
      const best = places.reduce((one, other) => (covered(other) < covered(one) ? other : one));
      taken.push(best);
      feature.set('label', { offsetX: (best[0] + best[2]) / 2 - x, offsetY: (best[1] + best[3]) / 2 - y }, true);
    });
    this.redraw();
  }

  /** Puts features in the place of those that are there. */
  setFeatures(features) {
    this.footprints.clear();
    this.footprints.addFeatures(features.map((feature) => {
      const { geometry, ...properties } = feature;
      const drawn = new ol.Feature({ ...properties, geometry: fromGeoJson(geometry) });
      drawn.setId(feature.id);
      return drawn;
    }));
  }

  /** Shows all that is watched. */
  fit() {
    const watched = ol.extent.createEmpty();
    this.footprints.getFeatures()
      .filter((feature) => ['facility', 'control'].includes(feature.get('role')))
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
      const metres = spot.positionStandardErrorMetres / Math.cos(spot.latitude * Math.PI / 180);
      return new ol.Feature({ geometry: new ol.geom.Circle(at, Math.max(metres, 1)), at, spot });
    }));
  }

  choose(id) {
    this.chosen = id;
    this.outlines.changed();
  }

  redraw() {
    this.outlines.changed();
    this.spots.changed();
  }

  /** The id of the footprint and the hot spot at a pixel, if any. */
  at(pixel) {
    let id = null;
    let spot = null;
    this.map.forEachFeatureAtPixel(pixel, (feature) => {
      spot ??= feature.get('spot') ?? null;
      id ??= feature.get('role') === 'site' ? null : feature.getId() ?? null;
    }, { hitTolerance: 6 });
    return { id, spot };
  }

  /** Switches a base map on, whose maker is asked for it from now on. */
  setBase(kind, ownAddress) {
    const tiles = kind === 'own' ? { url: ownAddress, maxZoom: 22 } : TILES[kind];
    const usable = tiles && /\{z\}/.test(tiles.url) && /\{-?y\}/.test(tiles.url);
    this.base.setSource(usable ? new ol.source.XYZ({ ...tiles, crossOrigin: null }) : null);
    this.base.setVisible(Boolean(usable));
  }
}

/** Lets the controls of a page switch base maps. */
export function baseMapControls(siteMap, remembered, remember) {
  const apply = () => {
    const kind = $('base').value;
    $('own').hidden = kind !== 'own';
    $('base-note').hidden = kind === 'none';
    siteMap.setBase(kind, $('tiles').value);
    remember({ base: kind === 'none' ? '' : kind, tiles: kind === 'own' ? $('tiles').value : '' });
  };
  $('base').addEventListener('change', apply);
  $('tiles').addEventListener('change', apply);
  if (remembered('base')) {
    // A link must not switch on what tells others where one looks.
    $('tiles').value = remembered('tiles');
    remember({ base: '', tiles: '' });
  }
}

/** A line by the pointer about what is under it. */
export function tips(siteMap, tip, words) {
  siteMap.map.on('pointermove', (event) => {
    const found = event.dragging ? {} : siteMap.at(event.pixel);
    const text = words(found);
    siteMap.map.getTargetElement().classList.toggle('pointing', Boolean(found.id));
    tip.hidden = !text;
    tip.textContent = text ?? '';
  });
}
