// Positions as people write them.

import assert from 'node:assert/strict';
import test from 'node:test';
import { position } from '../../main/resources/org/heatwatch/web/files/position.js';

test('latitude and longitude are read in the usual forms', () => {
  assert.deepEqual(position('47.86, 35.16'), { latitude: 47.86, longitude: 35.16 });
  assert.deepEqual(position(' -33;-68.857 '), { latitude: -33, longitude: -68.857 });
  assert.deepEqual(position('37.93 126.63'), { latitude: 37.93, longitude: 126.63 });
});

test('anything else is not a position', () => {
  for (const text of ['', '47.86', '126.63, 37.93', '47.86, 181', 'here', '1,2,3', '91, 0']) {
    assert.equal(position(text), null, text);
  }
});
