// A site definition that is being edited, with undo and redo. It is stored in the browser until it is saved.

const MAX_STEPS = 200;

const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);

export class Draft {
  /**
   * @param key key of the draft in the local storage of the browser
   * @param changed called after each change
   */
  constructor(key, version, base, changed) {
    this.key = key;
    this.version = version;
    this.base = base;
    this.now = structuredClone(base);
    this.undoSteps = [];
    this.redoSteps = [];
    this.changed = changed;
  }

  get features() {
    return this.now.features;
  }

  find(id) {
    return this.now.features.find((feature) => feature.id === id);
  }

  before(id) {
    return this.base.features.find((feature) => feature.id === id);
  }

  isChanged(id) {
    return !same(this.find(id), this.before(id));
  }

  /** Ids of the features that were changed, added or removed. */
  changes() {
    const ids = new Set([...this.base.features, ...this.now.features].map(({ id }) => id));
    return [...ids].filter((id) => this.isChanged(id));
  }

  /** Applies an edit, which modifies a copy of the definition, as one step. No step is added if nothing changes. */
  step(edit) {
    const next = structuredClone(this.now);
    edit(next);
    if (same(next, this.now)) {
      return;
    }
    this.undoSteps.push(this.now);
    this.undoSteps.splice(0, this.undoSteps.length - MAX_STEPS);
    this.redoSteps = [];
    this.now = next;
    this.store();
    this.changed();
  }

  undo() {
    this.#move(this.undoSteps, this.redoSteps);
  }

  redo() {
    this.#move(this.redoSteps, this.undoSteps);
  }

  #move(from, to) {
    if (from.length > 0) {
      to.push(this.now);
      this.now = from.pop();
      this.store();
      this.changed();
    }
  }

  /** Changes a feature. If its outline changes, its source and accuracy are removed until they are stated again. */
  edit(id, change) {
    this.step((site) => {
      const feature = site.features.find((candidate) => candidate.id === id);
      if (!feature) {
        return;
      }
      const outline = JSON.stringify(feature.geometry);
      change(feature);
      const before = this.before(id);
      if (JSON.stringify(feature.geometry) !== outline) {
        ['source', 'accuracyMetres']
          .filter((name) => feature.properties[name] === before?.properties[name])
          .forEach((name) => delete feature.properties[name]);
        feature.properties.verified = false;
      }
    });
  }

  text() {
    return `${JSON.stringify(this.now, null, 2)}\n`;
  }

  /** An unused id. */
  freeId(stem) {
    const ids = new Set([...this.base.features, ...this.now.features].map(({ id }) => id));
    let index = 1;
    while (ids.has(`${stem}-${index}`)) {
      index += 1;
    }
    return `${stem}-${index}`;
  }

  store() {
    try {
      if (this.changes().length > 0 || !same({ ...this.now, features: 0 }, { ...this.base, features: 0 })) {
        localStorage.setItem(this.key, JSON.stringify({ version: this.version, base: this.base, now: this.now }));
      } else {
        localStorage.removeItem(this.key);
      }
    } catch {
      // Local storage may be disabled; then the draft exists only in this page.
    }
  }

  /** Removes the draft from the browser. */
  discard() {
    try {
      localStorage.removeItem(this.key);
    } catch {
      // Local storage may be disabled; then nothing was stored.
    }
  }

  /** The draft stored under a key; null if there is none. */
  static stored(key) {
    try {
      return JSON.parse(localStorage.getItem(key));
    } catch {
      return null;
    }
  }
}
