// State of the editor: the draft, the selected footprint, the current tool, the findings. Independent of the page.

import { Draft } from './draft.js';
import { split } from './outline.js';

/** Roles of footprints, in the order of the list. */
export const ROLES = ['facility', 'control', 'reference', 'building', 'site'];

/** Changes of the draft, of the selected footprint or tool, of the findings, and of the saving status. */
const EVENTS = ['draft', 'choice', 'findings', 'saving'];

export class Editing {
  #listeners = new Map(EVENTS.map((event) => [event, []]));

  /** @param key key of the draft in the local storage of the browser */
  constructor(key) {
    this.key = key;
    this.draft = null;
    this.selected = '';
    this.tool = 'select';
    this.findings = { good: true, defects: [], warnings: [] };
    this.canSave = false;
    this.busy = false;
    this.status = '';
  }

  /** Registers a listener for an event. */
  on(event, action) {
    this.#listeners.get(event).push(action);
  }

  #emit(event) {
    this.#listeners.get(event).forEach((action) => action());
  }

  /** Starts editing a version. */
  open(version, definition) {
    this.draft = new Draft(this.key, version, definition, () => this.#changed());
    this.#changed();
  }

  #changed() {
    if (!this.draft.find(this.selected)) {
      this.selected = '';
    }
    this.findings = { ...this.findings, good: false };
    this.status = this.busy ? this.status : '';
    this.#emit('draft');
  }

  /** The selected footprint; undefined if there is none. */
  get selectedFeature() {
    return this.draft.find(this.selected);
  }

  select(id) {
    this.selected = this.draft.find(id) ? id : '';
    this.#emit('choice');
  }

  setTool(tool) {
    this.tool = tool;
    this.#emit('choice');
  }

  setFindings(findings) {
    this.findings = findings;
    this.#emit('findings');
  }

  /** Ids of the footprints with defects. */
  get defective() {
    return new Set(this.findings.defects.map(({ where }) => where));
  }

  /** Sets the saving status, which is shown until the next edit. */
  setStatus(text) {
    this.status = text;
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

  /** Sets a property of the selected footprint. Empty values are removed, so that the check reports them as missing. */
  setProperty(name, value) {
    this.draft.edit(this.selected, (feature) => {
      if (value === '' || value === null || Number.isNaN(value)) {
        delete feature.properties[name];
      } else {
        feature.properties[name] = value;
      }
    });
  }

  /** Replaces the outline of the selected footprint. */
  reshape(geometry) {
    this.draft.edit(this.selected, (feature) => {
      feature.geometry = geometry;
    });
  }

  /** Restores the source and accuracy of a footprint whose outline changed. */
  restate(id) {
    const { source, accuracyMetres } = this.draft.before(id).properties;
    this.draft.step((site) => {
      Object.assign(site.features.find((candidate) => candidate.id === id).properties, { source, accuracyMetres });
    });
  }

  /** Adds a footprint without source and accuracy, and selects it. */
  add(geometry) {
    const id = this.draft.freeId('new');
    this.draft.step((site) => {
      const properties = { id, name: id, role: 'facility', verified: false };
      site.features.push({ type: 'Feature', id, properties, geometry });
    });
    this.select(id);
  }

  /** Adds features in one step, except those whose id is used; returns how many were added. */
  addAll(features) {
    const fresh = features.filter(({ id }) => !this.draft.find(id));
    this.draft.step((site) => site.features.push(...structuredClone(fresh)));
    return fresh.length;
  }

  /** Removes the selected footprint. */
  remove() {
    const id = this.selected;
    this.draft.step((site) => {
      site.features = site.features.filter((feature) => feature.id !== id);
    });
  }

  /** Splits the selected footprint along a line; returns false if the line does not cross it exactly twice. */
  split(line) {
    const feature = this.selectedFeature;
    const parts = split(feature.geometry, line);
    if (!parts) {
      return false;
    }
    const id = this.draft.freeId(feature.id);
    this.draft.step((site) => {
      const index = site.features.findIndex((candidate) => candidate.id === feature.id);
      const properties = { ...feature.properties };
      delete properties.source;
      delete properties.accuracyMetres;
      const part = (ofId, name, geometry) => ({
        ...feature, id: ofId, properties: { ...properties, id: ofId, name, verified: false }, geometry,
      });
      site.features.splice(
        index,
        1,
        part(feature.id, properties.name, parts[0]),
        part(id, `${properties.name} ${id.split('-').at(-1)}`, parts[1]),
      );
    });
    return true;
  }

  /** Replaces the whole definition in one step. */
  replace(definition) {
    this.draft.step((site) => {
      Object.keys(site).forEach((key) => delete site[key]);
      Object.assign(site, structuredClone(definition));
    });
  }
}
