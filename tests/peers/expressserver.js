// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

// An Express application as its users write one; prints the port that it took.
const express = require('express');
const { createHash } = require('node:crypto');

const app = express();
app.use(express.raw({ type: () => true }));

app.post('/upload', (req, res) => res.redirect(307, '/upload-temp'));
app.post('/checkout', (req, res) => res.redirect('/thanks'));
app.all('/moved', (req, res) => res.redirect(308, '/here'));
app.all(['/upload-temp', '/thanks', '/here'], (req, res) => {
  const body = Buffer.isBuffer(req.body) ? req.body : Buffer.alloc(0);
  res.json({ method: req.method, bytes: body.length, sha256: createHash('sha256').update(body).digest('hex') });
});

const server = app.listen(0, '127.0.0.1', () => console.log(server.address().port));
