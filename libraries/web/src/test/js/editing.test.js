import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Editing } from '../../main/resources/org/heatwatch/web/files/editing.js';
import { site } from './site.js';

function editing() {
  const made = new Editing('key');
  made.canSave = true;
  made.open(3, site());
  made.found({ good: true, defects: [], warnings: [] });
  return made;
}

test('an untouched draft cannot be saved, and one that was changed and undone cannot either', () => {
  const works = editing();
  assert.equal(works.maySave, false);
  works.select('mill');
  works.write('name', 'The old mill');
  works.found({ good: true, defects: [], warnings: [] });
  assert.equal(works.maySave, true);
  works.draft.undo();
  works.found({ good: true, defects: [], warnings: [] });
  assert.equal(works.maySave, false);
});

test('a change must be checked before it can be saved', () => {
  const works = editing();
  works.select('mill');
  works.write('name', 'The old mill');
  assert.equal(works.maySave, false);
  works.found({ good: false, defects: [{ where: 'mill' }], warnings: [] });
  assert.equal(works.maySave, false);
  assert.deepEqual([...works.defective], ['mill']);
});

test('nothing is saved twice at once, nor where saving is not allowed', () => {
  const works = editing();
  works.select('mill');
  works.write('note', 'roof renewed');
  works.found({ good: true, defects: [], warnings: [] });
  works.setBusy(true);
  assert.equal(works.maySave, false);
  works.setBusy(false);
  works.canSave = false;
  assert.equal(works.maySave, false);
});

test('an empty property is left out, so that the check misses it', () => {
  const works = editing();
  works.select('mill');
  works.write('source', '');
  works.write('accuracyMetres', NaN);
  assert.deepEqual(Object.keys(works.chosen.properties), ['id', 'name', 'role', 'verified']);
});

test('a footprint whose outline is changed has no source, accuracy or verification until they are stated again', () => {
  const works = editing();
  works.select('mill');
  works.reshape(site().features[1].geometry);
  assert.equal(works.chosen.properties.source, undefined);
  assert.equal(works.chosen.properties.verified, false);
  works.restate('mill');
  assert.equal(works.chosen.properties.source, 'survey');
  assert.equal(works.chosen.properties.accuracyMetres, 5);
  assert.equal(works.chosen.properties.verified, false);
});

test('a new footprint is chosen, has an id of its own, and no source', () => {
  const works = editing();
  works.add(site().features[0].geometry);
  works.add(site().features[0].geometry);
  assert.equal(works.selected, 'new-2');
  assert.deepEqual(works.chosen.properties, { id: 'new-2', name: 'new-2', role: 'facility', verified: false });
});

test('a footprint that is removed is not chosen any more', () => {
  const works = editing();
  works.select('kiln');
  works.remove();
  assert.equal(works.selected, '');
  assert.deepEqual(works.draft.features.map(({ id }) => id), ['mill', 'office']);
  works.draft.undo();
  assert.equal(works.draft.features.length, 3);
});

test('a split makes two unverified footprints next to each other, of which the first keeps the id', () => {
  const works = editing();
  works.select('mill');
  assert.equal(works.split([[0.0005, -0.001], [0.0005, 0.002]]), true);
  assert.deepEqual(works.draft.features.map(({ id }) => id), ['mill', 'mill-1', 'kiln', 'office']);
  const [one, other] = works.draft.features;
  assert.deepEqual(one.properties, { id: 'mill', name: 'The mill', role: 'facility', verified: false });
  assert.deepEqual(other.properties, { id: 'mill-1', name: 'The mill 1', role: 'facility', verified: false });
  assert.notDeepEqual(one.geometry, other.geometry);
});

test('a line that misses the footprint splits nothing', () => {
  const works = editing();
  works.select('mill');
  assert.equal(works.split([[0.5, -0.001], [0.5, 0.002]]), false);
  assert.equal(works.draft.done.length, 0);
});

test('what was said of saving holds until the next edit, but not while it goes on', () => {
  const works = editing();
  works.select('mill');
  works.say('saved');
  works.write('note', 'one');
  assert.equal(works.said, '');
  works.setBusy(true);
  works.say('saving');
  works.write('note', 'two');
  assert.equal(works.said, 'saving');
});

test('everyone who listens is told, in the order in which they asked', () => {
  const works = editing();
  const heard = [];
  works.on('draft', () => heard.push('list'));
  works.on('draft', () => heard.push('map'));
  works.on('choice', () => heard.push('choice'));
  works.select('mill');
  works.write('note', 'one');
  works.write('note', 'one');
  assert.deepEqual(heard, ['choice', 'list', 'map']);
});

test('taking over another definition is one step back', () => {
  const works = editing();
  works.replace({ type: 'FeatureCollection', features: [] });
  assert.deepEqual(works.draft.now, { type: 'FeatureCollection', features: [] });
  works.draft.undo();
  assert.deepEqual(works.draft.now, site());
});
