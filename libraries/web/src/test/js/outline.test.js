import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  cornerText, moved, parseCorners, rectangle, split,
} from '../../main/resources/org/heatwatch/web/files/outline.js';

/** The area of a ring, in square degrees. */
const area = ({ coordinates: [ring] }) => Math.abs(
  ring.slice(1).reduce((sum, [x, y], i) => sum + ring[i][0] * y - x * ring[i][1], 0),
) / 2;

const square = { type: 'Polygon', coordinates: [[[0, 0], [1, 0], [1, 1], [0, 1], [0, 0]]] };

test('a line across a polygon splits it into two parts with the same total area', () => {
  const [one, other] = split(square, [[0.25, -1], [0.25, 2]]);
  assert.ok(Math.abs(area(one) - 0.75) < 1e-6 || Math.abs(area(one) - 0.25) < 1e-6);
  assert.ok(Math.abs(area(one) + area(other) - 1) < 1e-6);
});

test('both parts follow a line that bends inside the polygon', () => {
  const parts = split(square, [[0.5, -1], [0.5, 0.5], [2, 0.5]]);
  assert.ok(Math.abs(parts.map(area).reduce((a, b) => a + b) - 1) < 1e-6);
  assert.deepEqual(parts.map((part) => area(part).toFixed(2)).sort(), ['0.25', '0.75']);
});

test('a line that ends inside, misses, or crosses more than twice does not split', () => {
  assert.equal(split(square, [[0.5, -1], [0.5, 0.5]]), null);
  assert.equal(split(square, [[2, -1], [2, 2]]), null);
  assert.equal(split(square, [[0.2, -1], [0.2, 2], [0.4, 2], [0.4, -1]]), null);
});

test('a polygon with a hole is not split', () => {
  const hole = [[0.4, 0.4], [0.6, 0.4], [0.6, 0.6], [0.4, 0.4]];
  const withHole = { type: 'Polygon', coordinates: [...square.coordinates, hole] };
  assert.equal(split(withHole, [[0.25, -1], [0.25, 2]]), null);
});

test('a distance in metres is right at high latitudes', () => {
  const place = rectangle([126.6, 60], 10, 10);
  const corner = ({ coordinates: [[first]] }) => first;
  const [east, north] = corner(moved(place, 100, 0)).map((value, i) => value - corner(place)[i]);
  assert.ok(Math.abs(east * 111_320 * Math.cos(60 * Math.PI / 180) - 100) < 0.1);
  assert.ok(Math.abs(north) < 1e-7);
});

test('moving there and back restores the position', () => {
  const place = rectangle([126.6, 37.9], 60, 40);
  const back = moved(moved(place, 10, -7), -10, 7);
  back.coordinates[0].forEach(([x, y], i) => {
    assert.ok(Math.abs(x - place.coordinates[0][i][0]) < 3e-7 && Math.abs(y - place.coordinates[0][i][1]) < 3e-7);
  });
});

test('all parts of a multipolygon move', () => {
  const parts = { type: 'MultiPolygon', coordinates: [square.coordinates, square.coordinates] };
  const [[[one]], [[other]]] = moved(parts, 0, 111_320).coordinates;
  assert.deepEqual([one, other], [[0, 1], [0, 1]]);
});

test('corners may be separated by commas, semicolons or spaces', () => {
  assert.deepEqual(parseCorners(cornerText(square)), { geometry: square });
  assert.deepEqual(parseCorners('0 0\n1;0\n\n 1, 1 \n0,1\n'), { geometry: square });
});

test('the first invalid line is reported', () => {
  assert.deepEqual(parseCorners('0, 0\n1\n1, 1'), { bad: 2 });
  assert.deepEqual(parseCorners('0, 0\n1, 0, 5\n1, 1'), { bad: 2 });
  assert.deepEqual(parseCorners('zero, 0'), { bad: 1 });
  assert.deepEqual(parseCorners(''), { bad: 1 });
});

test('a geometry with several rings has no corner text', () => {
  assert.equal(cornerText({ type: 'MultiPolygon', coordinates: [] }), '');
});
