// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

// Performs requests with one of Node's HTTP clients, as its users write them.
//
// node nodeclients.mjs CLIENT MODULES --version   prints the client's version
// node nodeclients.mjs CLIENT MODULES             reads a job a line from stdin: {id, method, url, fields: [[name, value]],
//                                                 body: text or null}; prints {id, status} or {id, error} for each
//
// MODULES is the folder in which npm has installed axios and follow-redirects.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';

const [name, modules, word] = process.argv.slice(2);
const load = createRequire(`${modules}/`);

// Node's fetch is that of undici, whose version Node names. Debian's Node 18 uses a package of its own, and names none.
function undiciVersion() {
  return process.versions.undici ?? JSON.parse(readFileSync('/usr/share/nodejs/undici/package.json')).version;
}

function fetchClient() {
  return {
    version: `${undiciVersion()} (Node ${process.versions.node})`,
    async perform({ method, url, fields, body }) {
      const answer = await fetch(url, { method, headers: fields, body });
      await answer.arrayBuffer();
      return answer.status;
    },
  };
}

function axiosClient() {
  const axios = load('axios');
  return {
    version: load('axios/package.json').version,
    async perform({ method, url, fields, body }) {
      const answer = await axios.request({
        method, url, headers: Object.fromEntries(fields), data: body ?? undefined,
        validateStatus: () => true, transformResponse: (data) => data,
      });
      return answer.status;
    },
  };
}

function followRedirectsClient() {
  const { http } = load('follow-redirects');
  return {
    version: load('follow-redirects/package.json').version,
    perform: ({ method, url, fields, body }) => new Promise((resolve, reject) => {
      const headers = Object.fromEntries(fields);
      if (body !== null) {
        headers['Content-Length'] = Buffer.byteLength(body);
      }
      const request = http.request(url, { method, headers }, (answer) => {
        answer.resume();
        answer.on('end', () => resolve(answer.statusCode));
        answer.on('error', reject);
      });
      request.on('error', reject);
      request.end(body ?? undefined);
    }),
  };
}

const client = { fetch: fetchClient, axios: axiosClient, 'follow-redirects': followRedirectsClient }[name]();
if (word === '--version') {
  console.log(client.version);
} else {
  for await (const line of createInterface({ input: process.stdin })) {
    const job = JSON.parse(line);
    let outcome;
    try {
      outcome = { status: await client.perform(job) };
    } catch (error) {
      outcome = { error: String(error.cause ?? error) };
    }
    console.log(JSON.stringify({ id: job.id, ...outcome }));
  }
  process.exit(0); // connections kept alive would hold it
}
