// A definition with three footprints, 0.001 degrees wide each.

const square = (x, y) => ({
  type: 'Polygon',
  coordinates: [[[x, y], [x + 0.001, y], [x + 0.001, y + 0.001], [x, y + 0.001], [x, y]]],
});

export const footprint = (id, role, x, y) => ({
  type: 'Feature',
  id,
  properties: { id, name: `The ${id}`, role, source: 'survey', accuracyMetres: 5, verified: true },
  geometry: square(x, y),
});

export const site = () => ({
  type: 'FeatureCollection',
  name: 'Works',
  features: [
    footprint('mill', 'facility', 0, 0),
    footprint('kiln', 'facility', 0.002, 0),
    footprint('office', 'control', 0.004, 0),
  ],
});
