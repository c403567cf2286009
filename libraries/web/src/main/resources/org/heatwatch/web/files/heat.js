// What a pass shows above the idle map, drawn sample by sample on the sensor's own grid.

import { el } from './dom.js';
import { t } from './words.js';

/** Full colour at so many kelvin, or standard deviations. */
const FULL = { excess: 6, z: 12 };
const WARM = [[0, 255, 237, 160, 0], [0.15, 254, 217, 118, 190], [0.4, 253, 141, 60, 225], [0.7, 227, 26, 28, 240], [1, 128, 0, 38, 255]];
const COOL = [[0, 222, 235, 247, 0], [0.3, 107, 174, 214, 150], [1, 8, 81, 156, 220]];
const UNSEEN = [128, 128, 128, 110];

function between(stops, share) {
  const end = stops.findIndex(([at]) => at >= share);
  if (end <= 0) {
    return stops[0].slice(1);
  }
  const [from, ...low] = stops[end - 1];
  const [to, ...high] = stops[end];
  return low.map((value, i) => value + (high[i] - value) * (share - from) / (to - from));
}

function colour(value, full) {
  const share = Math.min(1, Math.abs(value) / full);
  return between(value < 0 ? COOL : WARM, share);
}

/** A picture with one pixel for each sample. */
function picture(samples, quantity) {
  const canvas = el('canvas', { width: samples.columns, height: samples.rows });
  const context = canvas.getContext('2d');
  const image = context.createImageData(samples.columns, samples.rows);
  samples.kelvin.forEach((kelvin, i) => {
    const value = quantity === 'z' ? kelvin / samples.scatterKelvin : kelvin;
    image.data.set(kelvin === null ? UNSEEN : colour(value, FULL[quantity]), 4 * i);
  });
  context.putImageData(image, 0, 0);
  return canvas;
}

/** A layer for the map, with show(samples, quantity) to change what it shows; null shows nothing. */
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
        // The grid is straight in the map's projection to far less than a sample.
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
  const layer = new ol.layer.Image({ source, opacity: 0.9 });
  layer.show = (samples, quantity) => {
    shown = samples && quantity !== 'none'
      ? { samples, corners: samples.corners.map((corner) => ol.proj.fromLonLat(corner)), picture: picture(samples, quantity) }
      : null;
    source.changed();
  };
  return layer;
}

/** Explains the colours. */
export function legend(node, quantity) {
  if (quantity === 'none') {
    node.replaceChildren();
    return;
  }
  const full = FULL[quantity];
  const bar = el('canvas', { width: 120, height: 1 });
  const context = bar.getContext('2d');
  const image = context.createImageData(120, 1);
  for (let i = 0; i < 120; i += 1) {
    image.data.set(colour((i / 119 * 1.5 - 0.5) * full, full), 4 * i);
  }
  context.putImageData(image, 0, 0);
  node.replaceChildren(
    el('span', {}, `\u2212${full / 2}`), bar, el('span', {}, `+${full} ${quantity === 'z' ? 'σ' : 'K'}`),
    el('span', { class: 'unseen' }, t('legend.unseen')),
  );
}
