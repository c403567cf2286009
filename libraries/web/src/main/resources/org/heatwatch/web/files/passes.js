// The time slider over all passes, and playback.

import { $, css, el } from './dom.js';
import { reason, t, time } from './words.js';

const STEP_MILLISECONDS = 700;

const height = (pass) => (pass.seen > 0 ? 0.45 + 0.55 * pass.seen / Math.max(1, pass.watched)
  : pass.unjudged > 0 ? 0.35 : 0.2);

/**
 * Draws a bar for each pass. Its height shows how many factories were seen, its colour whether one was ON; where
 * factories were seen but could not be judged, the bar is higher than where none was seen.
 */
function drawStrip(canvas, passes, index) {
  const ratio = devicePixelRatio || 1;
  const width = canvas.clientWidth;
  const fullHeight = canvas.clientHeight;
  canvas.width = Math.round(width * ratio);
  canvas.height = Math.round(fullHeight * ratio);
  const context = canvas.getContext('2d');
  context.scale(ratio, ratio);
  const bottom = fullHeight - 14;
  // Half the width of the thumb of the slider.
  const inset = 8;
  const step = (width - 2 * inset) / Math.max(1, passes.length - 1);
  context.font = '11px system-ui, sans-serif';
  let year = '';
  let written = -100;
  passes.forEach((pass, i) => {
    const x = inset + i * step;
    context.fillStyle = css(pass.on > 0 ? '--state-ON' : pass.seen > 0 ? '--state-OFF'
      : pass.unjudged > 0 ? '--state-UNCALIBRATED' : '--quiet');
    const bar = bottom * height(pass);
    context.fillRect(x - Math.max(0.5, step * 0.4), bottom - bar, Math.max(1, step * 0.8), bar);
    const passYear = pass.acquiredAt.slice(0, 4);
    if (passYear !== year && x - written > 34) {
      context.fillStyle = css('--soft');
      context.fillText(passYear, x, fullHeight - 2);
      written = x;
    }
    year = passYear;
  });
  context.strokeStyle = css('--text');
  context.lineWidth = 2;
  context.strokeRect(inset + index * step - Math.max(3, step / 2), 1, Math.max(6, step), bottom - 2);
}

/** The controls below the map. Calls show(pass, isLatest) when another pass is selected. */
export class Passes {
  constructor(passes, zone, show) {
    this.passes = passes;
    this.zone = zone;
    this.show = show;
    this.index = -1;
    this.timer = null;
    $('slider').max = passes.length - 1;
    for (const id of ['slider', 'previous', 'next', 'play', 'latest']) {
      $(id).disabled = passes.length === 0;
    }
    $('slider').addEventListener('input', () => this.go(Number($('slider').value)));
    $('previous').addEventListener('click', () => this.go(this.index - 1));
    $('next').addEventListener('click', () => this.go(this.index + 1));
    $('latest').addEventListener('click', () => this.latest());
    $('play').addEventListener('click', () => (this.timer ? this.stop() : this.play()));
    addEventListener('resize', () => this.draw());
    addEventListener('theme', () => this.draw());
  }

  draw() {
    drawStrip($('strip'), this.passes, this.index);
  }

  /** Goes to the latest pass that saw a factory, or else to the latest pass. */
  latest() {
    const seen = this.passes.findLastIndex((pass) => pass.seen > 0);
    this.go(seen >= 0 ? seen : this.passes.length - 1, true);
  }

  goTo(acquisition) {
    const index = this.passes.findIndex((pass) => pass.acquisition === acquisition);
    if (index < 0) {
      this.latest();
    } else {
      this.go(index);
    }
  }

  go(index, isLatest = false) {
    if (index < 0 || index >= this.passes.length) {
      return;
    }
    this.direction = index < this.index || this.index < 0 ? -1 : 1;
    this.mark(this.passes[index]);
    this.show(this.passes[index], isLatest);
  }

  /** Sets the controls to a pass. */
  mark(pass) {
    const index = this.passes.indexOf(pass);
    this.index = index;
    $('slider').value = index;
    $('slider').setAttribute('aria-valuetext', this.describe(pass));
    $('previous').disabled = index === 0;
    $('next').disabled = index === this.passes.length - 1;
    this.draw();
  }

  describe(pass) {
    const values = {
      time: time(pass.acquiredAt, this.zone),
      kind: t(`pass.${pass.pass}`),
      seen: pass.seen,
      watched: pass.watched,
      unjudged: pass.unjudged,
    };
    return pass.unjudged > 0 ? t('pass.value.unjudged', values) : t('pass.value', values);
  }

  /** Passes to prefetch: the next ones in the current direction, and the previous one. */
  nearby() {
    return [1, 2, 3, -1].map((step) => this.passes[this.index + step * this.direction]).filter(Boolean);
  }

  /** Plays the passes that saw a factory, in a loop. */
  play() {
    $('play').textContent = t('pass.pause');
    const step = () => {
      let next = this.index;
      for (let tried = 0; tried < this.passes.length; tried += 1) {
        next = (next + 1) % this.passes.length;
        if (this.passes[next].seen > 0) {
          break;
        }
      }
      this.go(next);
    };
    step();
    this.timer = setInterval(step, STEP_MILLISECONDS);
  }

  stop() {
    clearInterval(this.timer);
    this.timer = null;
    $('play').textContent = t('pass.play');
  }
}

/** Describes a pass: its time, how many factories it saw, and its caveats. */
export function passLine(passes, pass, heatMap) {
  const parts = [el('strong', {}, passes.describe(pass))];
  if (pass.provisional) {
    parts.push(el('span', { class: 'chip' }, t('provisional')));
  }
  if (pass.suspicions.length > 0) {
    parts.push(el('span', { class: 'chip bad' }, t('pass.suspect', { why: pass.suspicions.map(reason).join('; ') })));
  }
  if (heatMap.samples === null) {
    parts.push(el('span', {}, t('pass.nomap', { why: heatMap.pass.unresolved ?? t('pass.nomap.why') })));
  }
  parts.push(el('code', {}, pass.product));
  return parts.flatMap((part, i) => (i === 0 ? [part] : [' ', part]));
}
