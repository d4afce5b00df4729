// SPDX-License-Identifier: Apache-2.0

// Reads the YAML files named on standard input, one path a line, with js-yaml and prints one line of typed JSON for
// each, in the form of go/typed. The first argument is the folder that holds node_modules.

import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';

const yaml = createRequire(`${process.argv[2]}/`)('js-yaml');

// JavaScript has one type for numbers: what js-yaml resolved as a float is wrapped so that 1.0 stays apart from 1.
class Float {
  constructor(value) {
    this.value = value;
  }
}

const float = new yaml.Type('tag:yaml.org,2002:float', {
  kind: 'scalar',
  resolve: yaml.types.float.resolve,
  construct: text => new Float(yaml.types.float.construct(text)),
});
const schema = yaml.DEFAULT_SCHEMA.extend({implicit: [float]});

function bits(number) {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, number);
  return view.getBigUint64(0).toString(16).padStart(16, '0');
}

function node(value) {
  if (value === null || value === undefined) return ['null'];
  if (typeof value === 'string') return ['str', value];
  if (typeof value === 'boolean') return ['bool', value];
  if (typeof value === 'number') return ['int', BigInt(value).toString()];
  if (value instanceof Float) return ['float', bits(value.value)];
  if (value instanceof Date) return ['time', value.toISOString()];
  if (Array.isArray(value)) return ['list', value.map(node)];
  if (Object.getPrototypeOf(value) === Object.prototype) {
    // js-yaml turns every key into text; the other readers are held to the same by comparison.
    return ['map', Object.entries(value).map(([key, item]) => [['str', key], node(item)])];
  }
  return [value.constructor.name, String(value)];
}

for (const path of readFileSync(0, 'utf8').split('\n').filter(Boolean)) {
  const answer = {path, docs: []};
  try {
    answer.docs = yaml.loadAll(readFileSync(path, 'utf8'), null, {schema}).map(node);
  } catch (fault) {
    answer.error = fault.message;
  }
  console.log(JSON.stringify(answer));
}
