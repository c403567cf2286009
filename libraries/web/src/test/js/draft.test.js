import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Draft } from '../../main/resources/org/heatwatch/web/files/draft.js';
import { footprint, site } from './site.js';

/** What a browser keeps. */
function browser() {
  const kept = new Map();
  globalThis.localStorage = {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => kept.set(key, value),
    removeItem: (key) => kept.delete(key),
  };
}

const draft = () => new Draft('key', 1, site(), () => {});

test('an edit is kept by the browser, and forgotten once it is undone', () => {
  browser();
  const made = draft();
  made.edit('mill', (feature) => {
    feature.properties.name = 'Mill';
  });
  assert.equal(Draft.kept('key').now.features[0].properties.name, 'Mill');
  assert.equal(Draft.kept('key').version, 1);
  made.undo();
  assert.equal(Draft.kept('key'), null);
});

test('a browser that keeps nothing is no obstacle', () => {
  globalThis.localStorage = {
    getItem: () => 'no JSON',
    setItem: () => {
      throw new Error('full');
    },
    removeItem: () => {
      throw new Error('forbidden');
    },
  };
  const made = draft();
  made.edit('mill', (feature) => {
    feature.properties.name = 'Mill';
  });
  made.drop();
  assert.equal(made.find('mill').properties.name, 'Mill');
  assert.equal(Draft.kept('key'), null);
});

test('steps go back and forth, and a new edit ends what could be redone', () => {
  browser();
  const made = draft();
  const rename = (name) => made.edit('mill', (feature) => {
    feature.properties.name = name;
  });
  rename('one');
  rename('two');
  made.undo();
  assert.equal(made.find('mill').properties.name, 'one');
  made.redo();
  assert.equal(made.find('mill').properties.name, 'two');
  made.undo();
  rename('three');
  made.redo();
  assert.equal(made.find('mill').properties.name, 'three');
});

test('changed, added and removed footprints count as changes, and footprints of the same content do not', () => {
  browser();
  const made = draft();
  made.step((whole) => {
    whole.features = [whole.features[0], { ...whole.features[1], properties: { ...whole.features[1].properties, name: 'Kiln' } },
      footprint('shed', 'building', 1, 1)];
  });
  assert.deepEqual(made.changes().sort(), ['kiln', 'office', 'shed']);
  assert.equal(made.isChanged('mill'), false);
});

test('an id is free that neither the draft nor the version before it has', () => {
  browser();
  const made = draft();
  made.step((whole) => {
    whole.features.push(footprint('mill-1', 'facility', 1, 1));
  });
  assert.equal(made.freeId('mill'), 'mill-2');
});

test('a source that is stated anew with the outline is kept', () => {
  browser();
  const made = draft();
  made.edit('mill', (feature) => {
    feature.geometry = site().features[1].geometry;
    feature.properties.source = 'another survey';
  });
  assert.equal(made.find('mill').properties.source, 'another survey');
  assert.equal(made.find('mill').properties.accuracyMetres, undefined);
});
