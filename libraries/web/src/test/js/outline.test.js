import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cornerText, moved, ofCornerText, rectangle, split } from '../../main/resources/org/heatwatch/web/files/outline.js';

/** The area of a ring, in square degrees. */
const area = ({ coordinates: [ring] }) => Math.abs(ring.slice(1).reduce((sum, [x, y], i) => sum + ring[i][0] * y - x * ring[i][1], 0)) / 2;

const square = { type: 'Polygon', coordinates: [[[0, 0], [1, 0], [1, 1], [0, 1], [0, 0]]] };

test('a line across a polygon makes two that cover it', () => {
  const [one, other] = split(square, [[0.25, -1], [0.25, 2]]);
  assert.ok(Math.abs(area(one) - 0.75) < 1e-6 || Math.abs(area(one) - 0.25) < 1e-6);
  assert.ok(Math.abs(area(one) + area(other) - 1) < 1e-6);
});

test('a line with a bend inside goes round it on both sides', () => {
  const halves = split(square, [[0.5, -1], [0.5, 0.5], [2, 0.5]]);
  assert.ok(Math.abs(halves.map(area).reduce((a, b) => a + b) - 1) < 1e-6);
  assert.deepEqual(halves.map((half) => area(half).toFixed(2)).sort(), ['0.25', '0.75']);
});

test('a line that ends inside, misses, or crosses more than twice splits nothing', () => {
  assert.equal(split(square, [[0.5, -1], [0.5, 0.5]]), null);
  assert.equal(split(square, [[2, -1], [2, 2]]), null);
  assert.equal(split(square, [[0.2, -1], [0.2, 2], [0.4, 2], [0.4, -1]]), null);
});

test('a polygon with a courtyard is not split', () => {
  const yard = { type: 'Polygon', coordinates: [...square.coordinates, [[0.4, 0.4], [0.6, 0.4], [0.6, 0.6], [0.4, 0.4]]] };
  assert.equal(split(yard, [[0.25, -1], [0.25, 2]]), null);
});

test('a metre is a metre at every latitude', () => {
  const [east, north] = moved(rectangle([126.6, 60], 10, 10), 100, 0).coordinates[0][0].map((value, i) => value - rectangle([126.6, 60], 10, 10).coordinates[0][0][i]);
  assert.ok(Math.abs(east * 111_320 * Math.cos(60 * Math.PI / 180) - 100) < 0.1);
  assert.ok(Math.abs(north) < 1e-7);
});

test('what is moved there and back is where it was', () => {
  const place = rectangle([126.6, 37.9], 60, 40);
  const back = moved(moved(place, 10, -7), -10, 7);
  back.coordinates[0].forEach(([x, y], i) => {
    assert.ok(Math.abs(x - place.coordinates[0][i][0]) < 3e-7 && Math.abs(y - place.coordinates[0][i][1]) < 3e-7);
  });
});

test('a building of several parts moves as one', () => {
  const parts = { type: 'MultiPolygon', coordinates: [square.coordinates, square.coordinates] };
  const [[[one]], [[other]]] = moved(parts, 0, 111_320).coordinates;
  assert.deepEqual([one, other], [[0, 1], [0, 1]]);
});

test('corners are read as they are written, with commas, semicolons or spaces', () => {
  assert.deepEqual(ofCornerText(cornerText(square)), { geometry: square });
  assert.deepEqual(ofCornerText('0 0\n1;0\n\n 1, 1 \n0,1\n'), { geometry: square });
});

test('the first line that is no corner is named', () => {
  assert.deepEqual(ofCornerText('0, 0\n1\n1, 1'), { bad: 2 });
  assert.deepEqual(ofCornerText('0, 0\n1, 0, 5\n1, 1'), { bad: 2 });
  assert.deepEqual(ofCornerText('zero, 0'), { bad: 1 });
  assert.deepEqual(ofCornerText(''), { bad: 1 });
});

test('what has more than one ring has no corner text', () => {
  assert.equal(cornerText({ type: 'MultiPolygon', coordinates: [] }), '');
});
