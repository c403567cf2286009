import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decide, differences, merge } from '../../main/resources/org/heatwatch/web/files/merge.js';
import { footprint, site } from './site.js';

/** The definition with a change. */
function changed(change) {
  const made = site();
  change(made);
  return made;
}

const renamed = (id, name) => changed((made) => {
  made.features.find((feature) => feature.id === id).properties.name = name;
});

const names = (made) => made.features.map(({ properties }) => properties.name);

test('what only one changed is taken from that one', () => {
  const { merged, conflicts, taken } = merge(site(), renamed('mill', 'Mine'), renamed('kiln', 'Theirs'));
  assert.deepEqual(names(merged), ['Mine', 'Theirs', 'The office']);
  assert.deepEqual(conflicts, []);
  assert.deepEqual(taken, ['kiln']);
});

test('what both changed alike is no conflict', () => {
  const { merged, conflicts } = merge(site(), renamed('mill', 'Same'), renamed('mill', 'Same'));
  assert.deepEqual(names(merged), ['Same', 'The kiln', 'The office']);
  assert.deepEqual(conflicts, []);
});

test('what both changed differently is left to choose, and either side can be taken', () => {
  for (const side of ['mine', 'theirs']) {
    const { merged, conflicts } = merge(site(), renamed('mill', 'mine'), renamed('mill', 'theirs'));
    assert.deepEqual(conflicts.map(({ id }) => id), ['mill']);
    decide(merged, 'mill', conflicts[0][side]);
    assert.equal(names(merged)[0], side);
  }
});

test('deleted by one and changed by the other is left to choose', () => {
  const without = changed((made) => {
    made.features.shift();
  });
  const { merged, conflicts } = merge(site(), renamed('mill', 'mine'), without);
  assert.deepEqual(conflicts, [{ id: 'mill', mine: renamed('mill', 'mine').features[0], theirs: undefined }]);
  decide(merged, 'mill', conflicts[0].theirs);
  assert.deepEqual(names(merged).sort(), ['The kiln', 'The office']);
});

test('deleted by one and left alone by the other is deleted', () => {
  const without = changed((made) => {
    made.features.shift();
  });
  assert.deepEqual(names(merge(site(), without, site()).merged), ['The kiln', 'The office']);
  assert.deepEqual(names(merge(site(), site(), without).merged), ['The kiln', 'The office']);
});

test('two new footprints of one id are two footprints', () => {
  const mine = changed((made) => made.features.push(footprint('new-1', 'facility', 1, 1)));
  const theirs = changed((made) => made.features.push(footprint('new-1', 'facility', 2, 2)));
  const { merged, conflicts } = merge(site(), mine, theirs);
  assert.deepEqual(conflicts, []);
  assert.deepEqual(merged.features.slice(3).map(({ id, properties }) => [id, properties.id]), [['new-1', 'new-1'], ['new-1-2', 'new-1-2']]);
});

test('members of the site itself are those of whoever changed them', () => {
  const mine = changed((made) => {
    made.name = 'My works';
  });
  assert.equal(merge(site(), mine, renamed('mill', 'Theirs')).merged.name, 'My works');
  assert.equal(merge(site(), renamed('mill', 'Mine'), mine).merged.name, 'My works');
});

test('differences name what another has not', () => {
  const feature = renamed('mill', 'Mine').features[0];
  assert.deepEqual(differences(feature, site().features[0]), { properties: [['name', 'Mine']], outline: false });
  assert.equal(differences(feature, undefined).outline, true);
});
