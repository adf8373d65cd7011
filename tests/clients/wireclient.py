# SPDX-FileCopyrightText: 2026 The Detour authors
# SPDX-License-Identifier: MIT
"""wireclient.py PORT CHECK: talks to the lab at PORT and prints CHECK if it answered as HTTP/1.1 wants it."""

import hashlib
import http.client
import json
import socket
import sys

PATIENCE = 20
REQUEST = b"%s %s HTTP/1.1\r\nHost: localhost\r\n%s\r\n"


def connection(port):
    return http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)


def raw(port, data):
    """Sends data and reads until the lab closes."""
    with socket.create_connection(("127.0.0.1", port), PATIENCE) as client:
        client.sendall(data)
        received = b""
        while piece := client.recv(65536):
            received += piece
        return received


def head(port):
    client = connection(port)
    for method in ("HEAD", "GET", "HEAD"):  # on one connection: content behind a HEAD would be the next answer
        client.request(method, "/lab/echo")
        answer = client.getresponse()
        assert answer.status == 200, answer.status
        assert int(answer.headers["Content-Length"]) > 0
        assert bool(answer.read()) == (method == "GET")


def chunked(port):
    pieces = [bytes([65 + i % 26]) * (1 + i * 37) for i in range(300)]
    client = connection(port)
    client.request("POST", "/lab/echo", body=iter(pieces), headers={"Transfer-Encoding": "chunked"}, encode_chunked=True)
    body = json.loads(client.getresponse().read())["body"]
    whole = b"".join(pieces)
    assert body["bytes"] == len(whole), body["bytes"]
    assert body["sha256"] == hashlib.sha256(whole).hexdigest()


def expect(port):
    with socket.create_connection(("127.0.0.1", port), PATIENCE) as client:
        fields = b"Expect: 100-continue\r\nContent-Length: 5\r\nConnection: close\r\n"
        client.sendall(REQUEST % (b"PUT", b"/lab/chain/307", fields))
        stream = client.makefile("rb")
        assert stream.readline() == b"HTTP/1.1 100 Continue\r\n"
        assert stream.readline() == b"\r\n"
        client.sendall(b"hello")
        assert stream.readline() == b"HTTP/1.1 307 Temporary Redirect\r\n"


def pipelining(port):
    requests = b""
    for i in range(100):
        content = b"x" * i
        fields = b"Content-Length: %d\r\n" % i
        requests += REQUEST % (b"POST", b"/lab/chain/303~frag=n%d" % i, fields) + content
    requests += REQUEST % (b"GET", b"/lab/chain/301", b"Connection: close\r\n")
    answers = raw(port, requests).split(b"HTTP/1.1 ")[1:]
    assert len(answers) == 101, len(answers)
    for i, answer in enumerate(answers[:-1]):
        assert b"Location: /lab/echo#n%d\r\n" % i in answer, answer
    assert answers[-1].startswith(b"301 Moved Permanently\r\n")


def http10(port):
    answer = raw(port, b"GET /lab/chain/302~abs HTTP/1.0\r\n\r\n")
    assert answer.startswith(b"HTTP/1.1 302 Found\r\n"), answer
    assert b"Connection: close\r\n" in answer
    assert b"Location: http://127.0.0.1:%d/lab/echo\r\n" % port in answer


def absolute(port):
    fields = b"Connection: close\r\n"
    answer = raw(port, REQUEST % (b"GET", b"http://pay.localhost/lab/chain/302~abs", fields))
    assert b"Location: http://pay.localhost/lab/echo\r\n" in answer, answer
    assert raw(port, REQUEST % (b"GET", b"http://example.com/lab/echo", fields)).startswith(b"HTTP/1.1 421 ")


def truncated(port):
    client = connection(port)
    client.request("GET", "/lab/chain/200~truncate")
    try:
        client.getresponse().read()
    except http.client.IncompleteRead as problem:
        assert (len(problem.partial), problem.expected) == (17, 17)
    else:
        raise AssertionError("the content was whole")


globals()[sys.argv[2]](int(sys.argv[1]))
print(sys.argv[2])
