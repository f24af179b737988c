import js from '@eslint/js';
import jsdoc from 'eslint-plugin-jsdoc';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import { layerRules } from './tools/layers.js';
import svelteConfig from './svelte.config.js';

const size = {
  'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
  'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
  'max-params': ['error', 4],
  complexity: ['error', 12],
};

/** Arguments are laid on the stack, which some ten thousand of them fill: data of any length go through a loop. */
const spreadData = [
  "CallExpression[callee.object.name='Math'] > SpreadElement.arguments",
  'CallExpression[callee.property.name=/^(push|unshift|splice|concat|of|fromCharCode|fromCodePoint)$/] > SpreadElement.arguments',
  "CallExpression[callee.property.name='apply'][arguments.length=2]",
].map((selector) => ({
  selector,
  message: 'Spread data may be longer than the stack: use a loop, or facts/extremes.',
}));

export default ts.config(
  {
    ignores: ['dist', 'lib', 'node_modules', 'src/**/assembly', 'test-results', 'playwright-report', 'public'],
  },
  js.configs.recommended,
  ...ts.configs.recommendedTypeChecked,
  ...svelte.configs.recommended,
  {
    languageOptions: {
      globals: { ...globals.browser, ...globals.worker },
      parserOptions: {
        projectService: { allowDefaultProject: ['*.js', 'tools/*.js'] },
        extraFileExtensions: ['.svelte'],
      },
    },
    rules: {
      'no-undef': 'off',
      eqeqeq: 'error',
      'no-console': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } },
  },
  { files: ['src/**'], rules: size },
  {
    files: ['src/stats/**'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: 'stats are deterministic: pass a seeded generator' },
        { object: 'Date', property: 'now', message: 'stats know no clock' },
      ],
    },
  },
  {
    files: ['src/stats/**/*.ts', 'src/engine/**/*.ts'],
    plugins: { jsdoc },
    rules: {
      'jsdoc/require-jsdoc': ['error', { publicOnly: true }],
      'jsdoc/check-param-names': ['error', { checkDestructured: false }],
      'jsdoc/require-param': [
        'error',
        {
          checkDestructured: false,
          contexts: [
            'ExportNamedDeclaration > FunctionDeclaration',
            'ExportNamedDeclaration > VariableDeclaration > VariableDeclarator > ArrowFunctionExpression',
          ],
        },
      ],
      'jsdoc/require-param-type': 'off',
    },
  },
  { files: ['src/**'], rules: { 'no-restricted-syntax': ['error', ...spreadData] } },
  ...layerRules(),
  { files: ['**/*.js'], ...ts.configs.disableTypeChecked },
  { files: ['tools/**', 'e2e/**'], rules: { 'no-console': 'off' }, languageOptions: { globals: globals.node } },
);
