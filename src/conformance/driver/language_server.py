# SPDX-License-Identifier: Apache-2.0
"""A client of yaml-language-server: opens texts as an editor does, and asks what it shows."""

import json
import subprocess
import threading
from queue import Empty, Queue
from urllib.parse import quote

PATIENCE = 60


class LanguageServer:
    """One server over standard input and output. Not thread-safe."""

    def __init__(self, node, package, schemas):
        """Files are held against the schema whose folder they are in: schemas are paths by the name of a folder."""
        folders = {}
        for folder, path in schemas.items():
            folders.setdefault(path.as_uri(), []).append(f"/specs/{folder}/**")
        self._settings = {"yaml": {"schemas": folders, "validate": True, "hover": True, "completion": True,
                                   "schemaStore": {"enable": False}}}
        self._program = subprocess.Popen(
            [node, package / "bin" / "yaml-language-server", "--stdio"], stdin=subprocess.PIPE,
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        self._answers = Queue()
        self._diagnostics = {}
        self._number = 0
        threading.Thread(target=self._listen, daemon=True).start()
        self._ask("initialize", {
            "processId": None, "rootUri": None,
            "capabilities": {
                "textDocument": {
                    "completion": {"completionItem": {"snippetSupport": True, "documentationFormat": ["markdown"]}},
                    "hover": {"contentFormat": ["markdown"]}},
                "workspace": {"configuration": True, "didChangeConfiguration": {}}}})
        self._tell("initialized", {})
        self._tell("workspace/didChangeConfiguration", {"settings": self._settings})

    def __enter__(self):
        return self

    def __exit__(self, *_):
        try:
            self._ask("shutdown", None)
            self._tell("exit", None)
            self._program.wait(timeout=PATIENCE)
        finally:
            if self._program.poll() is None:
                self._program.kill()

    def diagnostics(self, texts):
        """Opens texts by name, and returns the diagnostics of each. The server waits a while after each text before it
        looks at it, so all are opened first."""
        for name, text in texts.items():
            self.open(name, text)
        while any(_uri(name) not in self._diagnostics for name in texts):
            self._receive()
        return {name: self._diagnostics[_uri(name)] for name in texts}

    def open(self, name, text):
        self._tell("textDocument/didOpen", {
            "textDocument": {"uri": _uri(name), "languageId": "yaml", "version": 1, "text": text}})

    def hover(self, name, line, character):
        """The Markdown that is shown over a place; empty where there is none."""
        answer = self._ask("textDocument/hover", _place(name, line, character))
        return answer["contents"]["value"] if answer else ""

    def complete(self, name, line, character):
        """What is offered at a place."""
        answer = self._ask("textDocument/completion", _place(name, line, character)) or {}
        return answer.get("items", []) if isinstance(answer, dict) else answer

    def _ask(self, method, parameters):
        self._number += 1
        number = self._number
        self._send({"id": number, "method": method, "params": parameters})
        while True:
            message = self._receive()
            if message.get("id") == number and "method" not in message:
                if "error" in message:
                    raise RuntimeError(f"{method}: {message['error']}")
                return message.get("result")

    def _tell(self, method, parameters):
        self._send({"method": method, "params": parameters})

    def _receive(self):
        """The next message; what the server asks for is answered, what it publishes is kept."""
        try:
            message = self._answers.get(timeout=PATIENCE)
        except Empty:
            raise RuntimeError(f"the language server said nothing for {PATIENCE} s") from None
        if message is None:
            raise RuntimeError("the language server ended")
        method = message.get("method")
        if method == "textDocument/publishDiagnostics":
            self._diagnostics[message["params"]["uri"]] = message["params"]["diagnostics"]
        elif method == "workspace/configuration":
            self._send({"id": message["id"], "result": [
                self._settings.get(item.get("section") or "", None) for item in message["params"]["items"]]})
        elif method and "id" in message:
            self._send({"id": message["id"], "result": None})
        return message

    def _send(self, message):
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._program.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self._program.stdin.flush()

    def _listen(self):
        stream = self._program.stdout
        while True:
            length = 0
            while (line := stream.readline().strip()):
                name, _, value = line.partition(b":")
                if name.lower() == b"content-length":
                    length = int(value)
            if not length:
                self._answers.put(None)
                return
            self._answers.put(json.loads(stream.read(length)))


def _uri(name):
    return f"file:///specs/{quote(name)}"


def _place(name, line, character):
    return {"textDocument": {"uri": _uri(name)}, "position": {"line": line, "character": character}}
