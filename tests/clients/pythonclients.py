# SPDX-FileCopyrightText: 2026 The Detour authors
# SPDX-License-Identifier: MIT
"""Performs requests with one of Python's HTTP clients, as its users write them.

pythonclients.py CLIENT --version   prints the client's version, or fails where it is not installed
pythonclients.py CLIENT             reads a job a line from stdin: {"id", "method", "url", "fields": [[name, value]],
                                    "body": text or null}; prints {"id", "status"} or {"id", "error"} for each
"""

import json
import sys


def content(job):
    return None if job["body"] is None else job["body"].encode()


def urllib_client():
    import urllib.error
    import urllib.request

    def perform(job):
        request = urllib.request.Request(job["url"], content(job), dict(job["fields"]), method=job["method"])
        try:
            with urllib.request.urlopen(request) as answer:
                answer.read()
                return answer.status
        except urllib.error.HTTPError as answer:  # what urllib calls an error is an answer that it hands over
            if answer.msg.startswith(urllib.request.HTTPRedirectHandler.inf_msg):
                raise
            return answer.code

    return sys.version.split()[0], perform


def urllib3_client():
    import urllib3

    def perform(job):
        with urllib3.PoolManager() as pool:
            return pool.request(job["method"], job["url"], body=content(job), headers=dict(job["fields"])).status

    return urllib3.__version__, perform


def requests_client():
    import requests

    def perform(job):
        answer = requests.request(job["method"], job["url"], data=content(job), headers=dict(job["fields"]),
                                  allow_redirects=True)
        return answer.status_code

    return requests.__version__, perform


def httpx_client():
    import httpx

    context = httpx.create_ssl_context(verify=False)  # reading the system's certificates for each job takes longest

    def perform(job):
        with httpx.Client(verify=context, follow_redirects=True) as client:
            answer = client.request(job["method"], job["url"], content=content(job), headers=dict(job["fields"]))
            return answer.status_code

    return httpx.__version__, perform


def aiohttp_client():
    import aiohttp
    import asyncio

    async def perform_one(job):
        async with aiohttp.ClientSession() as session:
            async with session.request(job["method"], job["url"], data=content(job),
                                       headers=dict(job["fields"])) as answer:
                await answer.read()
                return answer.status

    loop = asyncio.new_event_loop()
    return aiohttp.__version__, lambda job: loop.run_until_complete(perform_one(job))


def main():
    version, perform = globals()[sys.argv[1] + "_client"]()
    if sys.argv[2:] == ["--version"]:
        print(version)
        return
    for line in sys.stdin:
        job = json.loads(line)
        try:
            outcome = {"status": perform(job)}
        except Exception as error:  # the client's own: it is what is measured
            outcome = {"error": f"{type(error).__name__}: {error}"}
        print(json.dumps({"id": job["id"], **outcome}), flush=True)


main()
