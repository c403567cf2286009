// Tools of the map: a second pass beside the first, distances, and coordinates.

import { $, css, el } from './dom.js';
import { fetchCached } from './api.js';
import { heatLayer } from './heat.js';
import { position } from './position.js';
import { setView, viewParameter } from './view.js';
import { t, time } from './words.js';

const HALF = 50;
const LEAST_ZOOM = 15;

/** Draws a layer on one side of the line only. */
function clip(layer, range) {
  layer.on('prerender', ({ context }) => {
    const [from, to] = range();
    const { width, height } = context.canvas;
    context.save();
    context.resetTransform();
    context.beginPath();
    context.rect(from * width, 0, (to - from) * width, height);
    context.clip();
  });
  layer.on('postrender', ({ context }) => context.restore());
}

/** Compares the pass shown with another one: a line divides the map between the two. */
export class Swipe {
  /**
   * @param siteMap the map
   * @param passes all passes
   * @param quantity returns what the heat map shows
   */
  constructor(siteMap, passes, zone, quantity) {
    this.siteMap = siteMap;
    this.zone = zone;
    this.quantity = quantity;
    this.samples = null;
    this.left = null;
    this.right = null;
    this.passes = passes.filter(({ seen }) => seen > 0).reverse();
    this.layer = heatLayer();
    this.layer.setVisible(false);
    siteMap.map.getLayers().insertAt(siteMap.map.getLayers().getArray().indexOf(siteMap.heat) + 1, this.layer);
    const at = () => (this.right ? $('swipe-at').value / 100 : 1);
    clip(siteMap.heat, () => [0, at()]);
    clip(this.layer, () => [at(), 1]);
    this.line = el('div', { class: 'swipe-line', hidden: true });
    siteMap.map.getTargetElement().parentElement.append(this.line);
    $('swipe').append(...this.passes.map(({ acquisition, acquiredAt }) => (
      el('option', { value: acquisition }, time(acquiredAt, zone)))));
    $('swipe').addEventListener('change', () => this.choose($('swipe').value));
    $('swipe-at').addEventListener('input', () => this.draw());
  }

  /** Shows a pass right of the line; none if the id is empty. */
  async choose(acquisition) {
    $('swipe').value = acquisition;
    setView({ swipe: acquisition });
    this.right = this.passes.find((pass) => pass.acquisition === acquisition) ?? null;
    $('swipe-at').disabled = !this.right;
    const heatMap = this.right ? await fetchCached(`/heatmaps/${acquisition}.json`) : null;
    if ($('swipe').value === acquisition) {
      this.samples = heatMap?.samples ?? null;
      this.draw();
    }
  }

  /** Sets the pass left of the line. */
  setLeft(pass) {
    this.left = pass;
    this.draw();
  }

  draw() {
    this.layer.setVisible(Boolean(this.right));
    this.layer.show(this.samples, this.quantity());
    this.line.hidden = !this.right;
    this.line.style.left = `${$('swipe-at').value}%`;
    $('swipe-shown').textContent = this.right && this.left ? t('swipe.shown', {
      left: time(this.left.acquiredAt, this.zone), right: time(this.right.acquiredAt, this.zone),
    }) : '';
    this.siteMap.map.render();
  }
}

const lineStyle = () => new ol.style.Style({
  stroke: new ol.style.Stroke({ color: css('--link'), width: 3, lineDash: [6, 4] }),
  image: new ol.style.Circle({ radius: 5, fill: new ol.style.Fill({ color: css('--link') }) }),
});

/** Connects the button that measures distances along a line. */
function connectMeasuring(map, source) {
  const button = $('measure');
  const draw = new ol.interaction.Draw({ source, type: 'LineString', style: lineStyle });
  draw.setActive(false);
  map.addInteraction(draw);
  const show = (line) => {
    const metres = Math.round(ol.sphere.getLength(line));
    $('tool-note').textContent = t('measure.length', { metres: metres.toLocaleString('en') });
  };
  draw.on('drawstart', ({ feature }) => {
    source.clear();
    feature.getGeometry().on('change', ({ target }) => show(target));
  });
  const setActive = (isActive) => {
    draw.setActive(isActive);
    button.setAttribute('aria-pressed', String(isActive));
    $('tool-note').textContent = isActive ? t('measure.hint') : '';
  };
  draw.on('drawend', ({ feature }) => {
    setTimeout(() => {
      setActive(false);
      show(feature.getGeometry());
    });
  });
  button.addEventListener('click', () => {
    source.clear();
    setActive(!draw.getActive());
  });
  return () => draw.getActive();
}

/** Connects the field that moves the map to coordinates. */
function connectPosition(map, source) {
  const go = () => {
    const place = position($('go-position').value);
    $('go-position').setAttribute('aria-invalid', String(!place));
    $('tool-note').textContent = place ? '' : t('new.bad');
    if (place) {
      const at = ol.proj.fromLonLat([place.longitude, place.latitude]);
      source.clear();
      source.addFeature(new ol.Feature(new ol.geom.Point(at)));
      map.getView().setCenter(at);
      map.getView().setZoom(Math.max(LEAST_ZOOM, map.getView().getZoom()));
    }
  };
  $('go').addEventListener('click', go);
  $('go-position').addEventListener('keydown', ({ key }) => key === 'Enter' && go());
}

/** Connects the tools. Returns the comparison of two passes, and whether the reader is measuring. */
export function connectTools(siteMap, passes, zone, quantity) {
  const source = new ol.source.Vector();
  siteMap.map.addLayer(new ol.layer.Vector({ source, style: lineStyle, properties: { name: 'tools' } }));
  const isMeasuring = connectMeasuring(siteMap.map, source);
  connectPosition(siteMap.map, source);
  const swipe = new Swipe(siteMap, passes, zone, quantity);
  $('swipe-at').value = HALF;
  if (viewParameter('swipe')) {
    $('map-tools').open = true;
    swipe.choose(viewParameter('swipe'));
  }
  return { swipe, isMeasuring };
}
