// Geometry of outlines in degrees: splitting, moving, and corners as text.

const METRES_PER_DEGREE = 111_320;

/** Where two segments cross: the shares along each, and the point; null if they do not cross. */
function crossing([a, b], [c, d]) {
  const [ux, uy, vx, vy] = [b[0] - a[0], b[1] - a[1], d[0] - c[0], d[1] - c[1]];
  const area = ux * vy - uy * vx;
  if (area === 0) {
    return null;
  }
  const s = ((c[0] - a[0]) * vy - (c[1] - a[1]) * vx) / area;
  const r = ((c[0] - a[0]) * uy - (c[1] - a[1]) * ux) / area;
  return s >= 0 && s < 1 && r >= 0 && r <= 1 ? { s, r, at: [a[0] + s * ux, a[1] + s * uy] } : null;
}

/** Splits a polygon along a line into two; null unless the line crosses its single ring exactly twice. */
export function split(polygon, line) {
  if (polygon.type !== 'Polygon' || polygon.coordinates.length !== 1) {
    return null;
  }
  const ring = polygon.coordinates[0].slice(0, -1);
  const found = [];
  for (let edge = 0; edge < ring.length; edge += 1) {
    for (let part = 0; part + 1 < line.length; part += 1) {
      const hit = crossing([ring[edge], ring[(edge + 1) % ring.length]], [line[part], line[part + 1]]);
      if (hit) {
        found.push({ ...hit, edge, along: part + hit.r });
      }
    }
  }
  if (found.length !== 2) {
    return null;
  }
  const [first, second] = found.sort((a, b) => a.edge - b.edge || a.s - b.s);
  const between = (from, to) => {
    const inner = line.filter((_, i) => i > Math.min(from.along, to.along) && i < Math.max(from.along, to.along));
    return from.along < to.along ? inner : inner.reverse();
  };
  const one = [first.at, ...ring.slice(first.edge + 1, second.edge + 1), second.at, ...between(second, first)];
  const other = [
    second.at, ...ring.slice(second.edge + 1), ...ring.slice(0, first.edge + 1), first.at, ...between(first, second),
  ];
  const closed = (corners) => ({ type: 'Polygon', coordinates: [[...corners, corners[0]].map(rounded)] });
  return [closed(one), closed(other)];
}

const rounded = ([x, y]) => [Number(x.toFixed(7)), Number(y.toFixed(7))];

const mapRings = (geometry, change) => {
  const deep = (value, depth) => (depth === 0 ? change(value) : value.map((inner) => deep(inner, depth - 1)));
  return { ...geometry, coordinates: deep(geometry.coordinates, geometry.type === 'Polygon' ? 2 : 3) };
};

/** Moves a geometry by distances in metres. */
export function moved(geometry, east, north) {
  return mapRings(geometry, ([x, y]) => rounded([
    x + east / (METRES_PER_DEGREE * Math.cos(y * Math.PI / 180)), y + north / METRES_PER_DEGREE,
  ]));
}

/** A rectangle around a point, with width and height in metres. */
export function rectangle([x, y], width, height) {
  const [dx, dy] = [width / 2 / (METRES_PER_DEGREE * Math.cos(y * Math.PI / 180)), height / 2 / METRES_PER_DEGREE];
  const corners = [[x - dx, y - dy], [x + dx, y - dy], [x + dx, y + dy], [x - dx, y + dy], [x - dx, y - dy]];
  return { type: 'Polygon', coordinates: [corners.map(rounded)] };
}

/** The corners of a polygon with a single ring as lines of text; empty for other geometries. */
export function cornerText(geometry) {
  if (geometry.type !== 'Polygon' || geometry.coordinates.length !== 1) {
    return '';
  }
  return geometry.coordinates[0].slice(0, -1).map(([x, y]) => `${x}, ${y}`).join('\n');
}

/** Parses such a text: { geometry }, or { bad } with the number of the first invalid line. */
export function parseCorners(text) {
  const lines = text.split('\n').map((line) => line.trim()).filter(Boolean);
  const corners = lines.map((line) => line.split(/[\s,;]+/).map(Number));
  const bad = corners.findIndex((corner) => corner.length !== 2 || corner.some((value) => !Number.isFinite(value)));
  if (bad >= 0) {
    return { bad: bad + 1 };
  }
  return corners.length === 0 ? { bad: 1 } : { geometry: { type: 'Polygon', coordinates: [[...corners, corners[0]]] } };
}
