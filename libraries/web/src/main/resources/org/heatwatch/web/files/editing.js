// What a page edits: a draft of a site's definition, the footprint that is chosen, the tool in hand. It knows no page.

import { Draft } from './draft.js';
import { split } from './outline.js';

/** Roles of footprints, in the order of the list. */
export const ROLES = ['facility', 'control', 'null', 'building', 'site'];

/** The draft as a whole, a choice of footprint or tool, what the check found, how saving goes. */
const EVENTS = ['draft', 'choice', 'findings', 'saving'];

export class Editing {
  #listeners = new Map(EVENTS.map((event) => [event, []]));

  /** @param key under which the browser keeps the draft until it is saved */
  constructor(key) {
    this.key = key;
    this.draft = null;
    this.selected = '';
    this.tool = 'select';
    this.findings = { good: true, defects: [], warnings: [] };
    this.canSave = false;
    this.busy = false;
    this.said = '';
  }

  /** Calls a function after each event of a kind. */
  on(event, action) {
    this.#listeners.get(event).push(action);
  }

  #emit(event) {
    this.#listeners.get(event).forEach((action) => action());
  }

  /** Begins to edit a version. */
  open(version, definition) {
    this.draft = new Draft(this.key, version, definition, () => this.#changed());
    this.#changed();
  }

  #changed() {
    if (!this.draft.find(this.selected)) {
      this.selected = '';
    }
    this.findings = { ...this.findings, good: false };
    this.said = this.busy ? this.said : '';
    this.#emit('draft');
  }

  /** The chosen footprint; undefined if none is. */
  get chosen() {
    return this.draft.find(this.selected);
  }

  select(id) {
    this.selected = this.draft.find(id) ? id : '';
    this.#emit('choice');
  }

  use(tool) {
    this.tool = tool;
    this.#emit('choice');
  }

  found(findings) {
    this.findings = findings;
    this.#emit('findings');
  }

  /** Ids of the footprints that the check objects to. */
  get defective() {
    return new Set(this.findings.defects.map(({ where }) => where));
  }

  /** Says how saving goes, until the next edit. */
  say(text) {
    this.said = text;
    this.#emit('saving');
  }

  setBusy(busy) {
    this.busy = busy;
    this.#emit('saving');
  }

  get isChanged() {
    return this.draft.changes().length > 0 || this.draft.text() !== `${JSON.stringify(this.draft.base, null, 2)}\n`;
  }

  get maySave() {
    return this.canSave && !this.busy && this.isChanged && this.findings.good;
  }

  /** Writes a property of the chosen footprint; empty ones are left out, so that the check misses them. */
  write(name, value) {
    this.draft.edit(this.selected, (feature) => {
      if (value === '' || value === null || Number.isNaN(value)) {
        delete feature.properties[name];
      } else {
        feature.properties[name] = value;
      }
    });
  }

  /** Gives the chosen footprint another outline. */
  reshape(geometry) {
    this.draft.edit(this.selected, (feature) => {
      feature.geometry = geometry;
    });
  }

  /** States for a footprint's changed outline the source and accuracy that it had before. */
  restate(id) {
    const { source, accuracyMetres } = this.draft.before(id).properties;
    this.draft.step((site) => Object.assign(site.features.find((one) => one.id === id).properties, { source, accuracyMetres }));
  }

  /** Adds a footprint and chooses it. Its source and accuracy are left to be stated. */
  add(geometry) {
    const id = this.draft.freeId('new');
    this.draft.step((site) => {
      site.features.push({ type: 'Feature', id, properties: { id, name: id, role: 'facility', verified: false }, geometry });
    });
    this.select(id);
  }

  /** Removes the chosen footprint. */
  remove() {
    const id = this.selected;
    this.draft.step((site) => {
      site.features = site.features.filter((feature) => feature.id !== id);
    });
  }

  /** Cuts the chosen footprint in two along a line; false if the line does not cross it twice. */
  split(line) {
    const feature = this.chosen;
    const halves = split(feature.geometry, line);
    if (!halves) {
      return false;
    }
    const id = this.draft.freeId(feature.id);
    this.draft.step((site) => {
      const at = site.features.findIndex((one) => one.id === feature.id);
      const { source, accuracyMetres, ...properties } = feature.properties;
      const half = (ofId, name, geometry) => ({
        ...feature, id: ofId, properties: { ...properties, id: ofId, name, verified: false }, geometry,
      });
      site.features.splice(
        at,
        1,
        half(feature.id, properties.name, halves[0]),
        half(id, `${properties.name} ${id.split('-').at(-1)}`, halves[1]),
      );
    });
    return true;
  }

  /** One step to another whole definition. */
  replace(definition) {
    this.draft.step((site) => {
      Object.keys(site).forEach((key) => delete site[key]);
      Object.assign(site, structuredClone(definition));
    });
  }
}
