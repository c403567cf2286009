import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Editing } from '../../main/resources/org/heatwatch/web/files/editing.js';
import { site } from './site.js';

function newEditing() {
  const editing = new Editing('key');
  editing.canSave = true;
  editing.open(3, site());
  editing.setFindings({ good: true, defects: [], warnings: [] });
  return editing;
}

test('an unchanged draft cannot be saved, nor one whose changes were undone', () => {
  const editing = newEditing();
  assert.equal(editing.maySave, false);
  editing.select('mill');
  editing.setProperty('name', 'The old mill');
  editing.setFindings({ good: true, defects: [], warnings: [] });
  assert.equal(editing.maySave, true);
  editing.draft.undo();
  editing.setFindings({ good: true, defects: [], warnings: [] });
  assert.equal(editing.maySave, false);
});

test('a change must be checked before it can be saved', () => {
  const editing = newEditing();
  editing.select('mill');
  editing.setProperty('name', 'The old mill');
  assert.equal(editing.maySave, false);
  editing.setFindings({ good: false, defects: [{ where: 'mill' }], warnings: [] });
  assert.equal(editing.maySave, false);
  assert.deepEqual([...editing.defective], ['mill']);
});

test('a draft cannot be saved while another save is running, nor on a read-only server', () => {
  const editing = newEditing();
  editing.select('mill');
  editing.setProperty('note', 'renewed');
  editing.setFindings({ good: true, defects: [], warnings: [] });
  editing.setBusy(true);
  assert.equal(editing.maySave, false);
  editing.setBusy(false);
  editing.canSave = false;
  assert.equal(editing.maySave, false);
});

test('an empty property is removed, so that the check reports it as missing', () => {
  const editing = newEditing();
  editing.select('mill');
  editing.setProperty('source', '');
  editing.setProperty('accuracyMetres', NaN);
  assert.deepEqual(Object.keys(editing.selectedFeature.properties), ['id', 'name', 'role', 'verified']);
});

test('changing an outline removes its source, accuracy and verification until they are stated again', () => {
  const editing = newEditing();
  editing.select('mill');
  editing.reshape(site().features[1].geometry);
  assert.equal(editing.selectedFeature.properties.source, undefined);
  assert.equal(editing.selectedFeature.properties.verified, false);
  editing.restate('mill');
  assert.equal(editing.selectedFeature.properties.source, 'survey');
  assert.equal(editing.selectedFeature.properties.accuracyMetres, 5);
  assert.equal(editing.selectedFeature.properties.verified, false);
});

test('a new footprint is selected, has a new id, and no source', () => {
  const editing = newEditing();
  editing.add(site().features[0].geometry);
  editing.add(site().features[0].geometry);
  assert.equal(editing.selected, 'new-2');
  const { properties } = editing.selectedFeature;
  assert.deepEqual(properties, { id: 'new-2', name: 'new-2', role: 'facility', verified: false });
});

test('removing a footprint clears the selection', () => {
  const editing = newEditing();
  editing.select('kiln');
  editing.remove();
  assert.equal(editing.selected, '');
  assert.deepEqual(editing.draft.features.map(({ id }) => id), ['mill', 'office']);
  editing.draft.undo();
  assert.equal(editing.draft.features.length, 3);
});

test('a split makes two adjacent unverified footprints, the first of which keeps the id', () => {
  const editing = newEditing();
  editing.select('mill');
  assert.equal(editing.split([[0.0005, -0.001], [0.0005, 0.002]]), true);
  assert.deepEqual(editing.draft.features.map(({ id }) => id), ['mill', 'mill-1', 'kiln', 'office']);
  const [one, other] = editing.draft.features;
  assert.deepEqual(one.properties, { id: 'mill', name: 'The mill', role: 'facility', verified: false });
  assert.deepEqual(other.properties, { id: 'mill-1', name: 'The mill 1', role: 'facility', verified: false });
  assert.notDeepEqual(one.geometry, other.geometry);
});

test('a line that misses the footprint does not split it', () => {
  const editing = newEditing();
  editing.select('mill');
  assert.equal(editing.split([[0.5, -0.001], [0.5, 0.002]]), false);
  assert.equal(editing.draft.undoSteps.length, 0);
});

test('an edit clears the saving status, except while saving', () => {
  const editing = newEditing();
  editing.select('mill');
  editing.setStatus('saved');
  editing.setProperty('note', 'one');
  assert.equal(editing.status, '');
  editing.setBusy(true);
  editing.setStatus('saving');
  editing.setProperty('note', 'two');
  assert.equal(editing.status, 'saving');
});

test('listeners are called in the order of their registration', () => {
  const editing = newEditing();
  const calls = [];
  editing.on('draft', () => calls.push('list'));
  editing.on('draft', () => calls.push('map'));
  editing.on('choice', () => calls.push('choice'));
  editing.select('mill');
  editing.setProperty('note', 'one');
  editing.setProperty('note', 'one');
  assert.deepEqual(calls, ['choice', 'list', 'map']);
});

test('replacing the definition is undone in one step', () => {
  const editing = newEditing();
  editing.replace({ type: 'FeatureCollection', features: [] });
  assert.deepEqual(editing.draft.now, { type: 'FeatureCollection', features: [] });
  editing.draft.undo();
  assert.deepEqual(editing.draft.now, site());
});
