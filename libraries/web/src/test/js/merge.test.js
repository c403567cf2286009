import assert from 'node:assert/strict';
import { test } from 'node:test';
import { differences, merge, resolve } from '../../main/resources/org/heatwatch/web/files/merge.js';
import { footprint, site } from './site.js';

/** The definition with a change. */
function changed(change) {
  const definition = site();
  change(definition);
  return definition;
}

const renamed = (id, name) => changed((definition) => {
  definition.features.find((feature) => feature.id === id).properties.name = name;
});

const names = (definition) => definition.features.map(({ properties }) => properties.name);

test('a feature that one side changed is taken from that side', () => {
  const { merged, conflicts, taken } = merge(site(), renamed('mill', 'Mine'), renamed('kiln', 'Theirs'));
  assert.deepEqual(names(merged), ['Mine', 'Theirs', 'The office']);
  assert.deepEqual(conflicts, []);
  assert.deepEqual(taken, ['kiln']);
});

test('the same change on both sides is no conflict', () => {
  const { merged, conflicts } = merge(site(), renamed('mill', 'Same'), renamed('mill', 'Same'));
  assert.deepEqual(names(merged), ['Same', 'The kiln', 'The office']);
  assert.deepEqual(conflicts, []);
});

test('different changes of one feature are a conflict, which either side can resolve', () => {
  for (const side of ['mine', 'theirs']) {
    const { merged, conflicts } = merge(site(), renamed('mill', 'mine'), renamed('mill', 'theirs'));
    assert.deepEqual(conflicts.map(({ id }) => id), ['mill']);
    resolve(merged, 'mill', conflicts[0][side]);
    assert.equal(names(merged)[0], side);
  }
});

test('a feature deleted by one side and changed by the other is a conflict', () => {
  const without = changed((definition) => {
    definition.features.shift();
  });
  const { merged, conflicts } = merge(site(), renamed('mill', 'mine'), without);
  assert.deepEqual(conflicts, [{ id: 'mill', mine: renamed('mill', 'mine').features[0], theirs: undefined }]);
  resolve(merged, 'mill', conflicts[0].theirs);
  assert.deepEqual(names(merged).sort(), ['The kiln', 'The office']);
});

test('a feature deleted by one side and unchanged by the other is deleted', () => {
  const without = changed((definition) => {
    definition.features.shift();
  });
  assert.deepEqual(names(merge(site(), without, site()).merged), ['The kiln', 'The office']);
  assert.deepEqual(names(merge(site(), site(), without).merged), ['The kiln', 'The office']);
});

test('two new footprints with the same id are kept as two footprints', () => {
  const mine = changed((definition) => definition.features.push(footprint('new-1', 'facility', 1, 1)));
  const theirs = changed((definition) => definition.features.push(footprint('new-1', 'facility', 2, 2)));
  const { merged, conflicts } = merge(site(), mine, theirs);
  assert.deepEqual(conflicts, []);
  const ids = merged.features.slice(3).map(({ id, properties }) => [id, properties.id]);
  assert.deepEqual(ids, [['new-1', 'new-1'], ['new-1-2', 'new-1-2']]);
});

test('members of the site are taken from the side that changed them', () => {
  const mine = changed((definition) => {
    definition.name = 'My works';
  });
  assert.equal(merge(site(), mine, renamed('mill', 'Theirs')).merged.name, 'My works');
  assert.equal(merge(site(), renamed('mill', 'Mine'), mine).merged.name, 'My works');
});

test('differences list the properties and the outline that differ', () => {
  const feature = renamed('mill', 'Mine').features[0];
  assert.deepEqual(differences(feature, site().features[0]), { properties: [['name', 'Mine']], outline: false });
  assert.equal(differences(feature, undefined).outline, true);
});
