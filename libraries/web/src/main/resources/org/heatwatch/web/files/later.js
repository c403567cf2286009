// Delays work until the reader can see its result, so that the page is readable and reacts at once.

import { el } from './dom.js';

/** Share of an element that must be visible for it to be drawn before the reader does something. */
const VISIBLE_SHARE = 0.5;
/** After this time everything is drawn, for example for a printer. */
const LONGEST_WAIT_MILLISECONDS = 6000;
const ACTIONS = ['pointermove', 'pointerdown', 'touchstart', 'wheel', 'scroll', 'keydown', 'beforeprint'];

const whenActive = new Promise((resolve) => {
  ACTIONS.forEach((action) => addEventListener(action, resolve, { once: true, passive: true, capture: true }));
  // Modules run before this event.
  addEventListener('load', () => setTimeout(resolve, LONGEST_WAIT_MILLISECONDS));
});

const whenVisible = (element) => new Promise((resolve) => {
  new IntersectionObserver((entries, observer) => {
    if (entries.some(({ intersectionRatio }) => intersectionRatio >= VISIBLE_SHARE)) {
      observer.disconnect();
      resolve();
    }
  }, { threshold: VISIBLE_SHARE }).observe(element);
});

/** Waits until an element is visible or the reader does something, at most for some seconds. */
export const whenWanted = (element) => Promise.race([whenActive, whenVisible(element)]);

/** Lets the browser react to the reader and paint between two parts of the work. */
export const pause = () => new Promise((resolve) => {
  setTimeout(resolve);
});

/** Adds an element to the head; waits until its file was loaded or could not be. */
const load = (tag, attributes) => new Promise((resolve) => {
  document.head.append(el(tag, { ...attributes, load: resolve, error: resolve }));
});

const address = (name) => new URL(name, import.meta.url).href;

const loadLibrary = (script, style) => Promise.all([
  load('script', { src: address(script) }),
  load('link', { rel: 'stylesheet', href: address(style) }),
]);

let maps;
let charts;

/** Loads OpenLayers unless the page did so. If it cannot be loaded, `ol` stays undefined. */
export function loadMaps() {
  maps ??= window.ol ? Promise.resolve() : loadLibrary('ol.js', 'ol.css');
  return maps;
}

/** Loads uPlot unless the page did so. If it cannot be loaded, `uPlot` stays undefined. */
export function loadCharts() {
  charts ??= window.uPlot ? Promise.resolve() : loadLibrary('uPlot.iife.min.js', 'uPlot.min.css');
  return charts;
}
