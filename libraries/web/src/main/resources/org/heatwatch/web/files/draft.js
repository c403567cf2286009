// A definition that is being changed: what it was, what it is, and the way back.

const MOST_STEPS = 200;

const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);

export class Draft {
  /** @param key under which the browser keeps it until it is saved */
  constructor(key, version, base, changed) {
    this.key = key;
    this.version = version;
    this.base = base;
    this.now = structuredClone(base);
    this.done = [];
    this.undone = [];
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

  /** Ids of what was changed, added or removed. */
  changes() {
    const ids = new Set([...this.base.features, ...this.now.features].map(({ id }) => id));
    return [...ids].filter((id) => this.isChanged(id));
  }

  /** One step: edit changes a copy, which takes the place of what is. Nothing happens if it changes nothing. */
  step(edit) {
    const next = structuredClone(this.now);
    edit(next);
    if (same(next, this.now)) {
      return;
    }
    this.done.push(this.now);
    this.done.splice(0, this.done.length - MOST_STEPS);
    this.undone = [];
    this.now = next;
    this.keep();
    this.changed();
  }

  undo() {
    this.go(this.done, this.undone);
  }

  redo() {
    this.go(this.undone, this.done);
  }

  go(from, to) {
    if (from.length > 0) {
      to.push(this.now);
      this.now = from.pop();
      this.keep();
      this.changed();
    }
  }

  /** Changes a feature by its id. A changed outline has no source nor accuracy until they are stated for it. */
  edit(id, change) {
    this.step((site) => {
      const feature = site.features.find((one) => one.id === id);
      if (!feature) {
        return;
      }
      const outline = JSON.stringify(feature.geometry);
      change(feature);
      const before = this.before(id);
      if (JSON.stringify(feature.geometry) !== outline) {
        ['source', 'accuracyMetres'].filter((name) => feature.properties[name] === before?.properties[name])
          .forEach((name) => delete feature.properties[name]);
        feature.properties.verified = false;
      }
    });
  }

  text() {
    return `${JSON.stringify(this.now, null, 2)}\n`;
  }

  /** An id that no feature has yet. */
  freeId(stem) {
    const ids = new Set([...this.base.features, ...this.now.features].map(({ id }) => id));
    let number = 1;
    while (ids.has(`${stem}-${number}`)) {
      number += 1;
    }
    return `${stem}-${number}`;
  }

  keep() {
    try {
      if (this.changes().length > 0 || !same({ ...this.now, features: 0 }, { ...this.base, features: 0 })) {
        localStorage.setItem(this.key, JSON.stringify({ version: this.version, base: this.base, now: this.now }));
      } else {
        localStorage.removeItem(this.key);
      }
    } catch {
      // A browser may keep nothing; then the page is all there is.
    }
  }

  drop() {
    try {
      localStorage.removeItem(this.key);
    } catch {
      // Nothing was kept.
    }
  }

  /** What the browser kept under a key, if anything. */
  static kept(key) {
    try {
      return JSON.parse(localStorage.getItem(key));
    } catch {
      return null;
    }
  }
}
