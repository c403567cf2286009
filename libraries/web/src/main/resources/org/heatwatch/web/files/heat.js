// The heat map: excess over the background model, drawn by sample on the sampling grid of the sensor.

import { el } from './dom.js';
import { t } from './words.js';

/** Value at which the colour scale ends where no pass is shown: kelvin, or standard deviations. */
const SCALE_END = { excess: 6, z: 12 };
/**
 * Colour stops: share of the scale, red, green, blue, alpha. On the ground of the map, the colours are those of the PNG
 * (ColourScale); where there is no excess, a base map shows through.
 */
const WARM = [[0, 214, 96, 77, 0], [0.5, 214, 96, 77, 255], [1, 103, 0, 31, 255]];
const COOL = [[0, 67, 147, 195, 0], [0.5, 67, 147, 195, 255], [1, 5, 48, 97, 255]];
const UNSEEN = [128, 128, 128, 110];

function interpolate(stops, share) {
  const upper = stops.findIndex(([at]) => at >= share);
  if (upper <= 0) {
    return stops[0].slice(1);
  }
  const [from, ...low] = stops[upper - 1];
  const [to, ...high] = stops[upper];
  return low.map((value, i) => value + (high[i] - value) * (share - from) / (to - from));
}

function colour(value, scaleEnd) {
  const share = Math.min(1, Math.abs(value) / scaleEnd);
  return interpolate(value < 0 ? COOL : WARM, share);
}

/** A canvas with one pixel for each sample. */
function picture(samples, quantity) {
  const canvas = el('canvas', { width: samples.columns, height: samples.rows });
  const context = canvas.getContext('2d');
  const image = context.createImageData(samples.columns, samples.rows);
  samples.kelvin.forEach((kelvin, i) => {
    const value = quantity === 'z' ? kelvin / samples.scatterKelvin : kelvin;
    image.data.set(kelvin === null ? UNSEEN : colour(value, samples.scaleEnd[quantity]), 4 * i);
  });
  context.putImageData(image, 0, 0);
  return canvas;
}

/** Creates the map layer. Its method show(samples, quantity) changes what it shows; null clears it. */
export function heatLayer() {
  const canvas = el('canvas');
  let shown = null;
  const source = new ol.source.ImageCanvas({
    ratio: 1,
    canvasFunction: (extent, resolution, pixelRatio, size) => {
      [canvas.width, canvas.height] = size;
      const context = canvas.getContext('2d');
      context.setTransform(1, 0, 0, 1, 0, 0);
      context.clearRect(0, 0, size[0], size[1]);
      if (shown) {
        const [origin, across, , along] = shown.corners;
        const scale = pixelRatio / resolution;
        const { columns, rows } = shown.samples;
        // In the projection of the map, the grid is straight to much less than a sample.
        context.setTransform(
          (across[0] - origin[0]) * scale / columns, -(across[1] - origin[1]) * scale / columns,
          (along[0] - origin[0]) * scale / rows, -(along[1] - origin[1]) * scale / rows,
          (origin[0] - extent[0]) * scale, (extent[3] - origin[1]) * scale,
        );
        context.imageSmoothingEnabled = false;
        context.drawImage(shown.picture, 0, 0);
      }
      return canvas;
    },
  });
  const layer = new ol.layer.Image({ source });
  layer.show = (samples, quantity) => {
    shown = samples && quantity !== 'none' ? {
      samples,
      corners: samples.corners.map((corner) => ol.proj.fromLonLat(corner)),
      picture: picture(samples, quantity),
    } : null;
    source.changed();
  };
  return layer;
}

/** Shows the colour scale of the samples of a pass, or that of most passes if there are none. */
export function legend(node, quantity, samples = null) {
  const end = (samples?.scaleEnd ?? SCALE_END)[quantity];
  const scale = `${quantity} ${end}`;
  if (node.dataset.scale === scale) {
    return;
  }
  node.dataset.scale = scale;
  if (quantity === 'none') {
    node.replaceChildren();
    return;
  }
  const bar = el('canvas', { width: 120, height: 1 });
  const context = bar.getContext('2d');
  const image = context.createImageData(120, 1);
  for (let i = 0; i < 120; i += 1) {
    image.data.set(colour((i / 119 * 2 - 1) * end, end), 4 * i);
  }
  context.putImageData(image, 0, 0);
  node.replaceChildren(
    el('span', {}, `\u2212${end}`), bar, el('span', {}, `+${end} ${quantity === 'z' ? 'σ' : 'K'}`),
    el('span', { class: 'unseen' }, t('legend.unseen')),
  );
}
