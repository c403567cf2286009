// ESLint for the scripts of the pages: the recommended rules, and a few that agree with how the scripts are written.

import js from '@eslint/js';
import globals from 'globals';

export default [
  { ignores: ['target/', 'node_modules/'] },
  js.configs.recommended,
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    languageOptions: { ecmaVersion: 2024, sourceType: 'module' },
    rules: {
      curly: 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-else-return': 'error',
      'no-implicit-coercion': 'error',
      'no-shadow': 'error',
      'no-var': 'error',
      'object-shorthand': 'error',
      'prefer-const': 'error',
      'prefer-template': 'error',
      'max-len': ['error', { code: 120 }],
    },
  },
  {
    files: ['src/main/resources/**/*.js'],
    // OpenLayers and uPlot are loaded by the pages before the scripts.
    languageOptions: { globals: { ...globals.browser, ol: 'readonly', uPlot: 'readonly' } },
  },
  {
    files: ['src/main/resources/**/theme.js'],
    languageOptions: { sourceType: 'script' },
  },
  {
    files: ['src/test/js/**/*.js', 'eslint.config.js'],
    languageOptions: { globals: globals.node },
  },
];
