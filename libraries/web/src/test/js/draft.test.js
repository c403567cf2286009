import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Draft } from '../../main/resources/org/heatwatch/web/files/draft.js';
import { footprint, site } from './site.js';

/** Replaces the local storage of the browser. */
function useLocalStorage() {
  const stored = new Map();
  globalThis.localStorage = {
    getItem: (key) => stored.get(key) ?? null,
    setItem: (key, value) => stored.set(key, value),
    removeItem: (key) => stored.delete(key),
  };
}

const newDraft = () => new Draft('key', 1, site(), () => {});

test('an edit is stored in the browser, and removed when it is undone', () => {
  useLocalStorage();
  const draft = newDraft();
  draft.edit('mill', (feature) => {
    feature.properties.name = 'Mill';
  });
  assert.equal(Draft.stored('key').now.features[0].properties.name, 'Mill');
  assert.equal(Draft.stored('key').version, 1);
  draft.undo();
  assert.equal(Draft.stored('key'), null);
});

test('drafts work without local storage', () => {
  globalThis.localStorage = {
    getItem: () => 'no JSON',
    setItem: () => {
      throw new Error('full');
    },
    removeItem: () => {
      throw new Error('forbidden');
    },
  };
  const draft = newDraft();
  draft.edit('mill', (feature) => {
    feature.properties.name = 'Mill';
  });
  draft.discard();
  assert.equal(draft.find('mill').properties.name, 'Mill');
  assert.equal(Draft.stored('key'), null);
});

test('undo and redo step through the edits, and a new edit clears redo', () => {
  useLocalStorage();
  const draft = newDraft();
  const rename = (name) => draft.edit('mill', (feature) => {
    feature.properties.name = name;
  });
  rename('one');
  rename('two');
  draft.undo();
  assert.equal(draft.find('mill').properties.name, 'one');
  draft.redo();
  assert.equal(draft.find('mill').properties.name, 'two');
  draft.undo();
  rename('three');
  draft.redo();
  assert.equal(draft.find('mill').properties.name, 'three');
});

test('changed, added and removed footprints count as changes; footprints with the same content do not', () => {
  useLocalStorage();
  const draft = newDraft();
  draft.step((whole) => {
    const [mill, kiln] = whole.features;
    const renamed = { ...kiln, properties: { ...kiln.properties, name: 'Kiln' } };
    whole.features = [mill, renamed, footprint('shed', 'building', 1, 1)];
  });
  assert.deepEqual(draft.changes().sort(), ['kiln', 'office', 'shed']);
  assert.equal(draft.isChanged('mill'), false);
});

test('a free id is used neither in the draft nor in its base', () => {
  useLocalStorage();
  const draft = newDraft();
  draft.step((whole) => {
    whole.features.push(footprint('mill-1', 'facility', 1, 1));
  });
  assert.equal(draft.freeId('mill'), 'mill-2');
});

test('a source that is changed together with the outline is kept', () => {
  useLocalStorage();
  const draft = newDraft();
  draft.edit('mill', (feature) => {
    feature.geometry = site().features[1].geometry;
    feature.properties.source = 'another survey';
  });
  assert.equal(draft.find('mill').properties.source, 'another survey');
  assert.equal(draft.find('mill').properties.accuracyMetres, undefined);
});
