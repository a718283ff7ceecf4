#!/usr/bin/env python3
"""A little Ollama that is a program: `ollama serve` listens at OLLAMA_HOST and answers in the words of the stand-in.

It needs nothing but Python, so that it can be put into an archive as `bin/ollama`. What it does wrong stands in a file
beside it, `ollama.plan` (JSON): `version`, `refuse` (ends at once with status 1), `mute_s` (listens late), `die_after`
(dies after so many requests), `child` (starts a runner of its own that outlives a polite end). Its models lie as files
in OLLAMA_MODELS, so that what was pulled is there after a restart.
"""

from __future__ import annotations

import hashlib
import json
import os
import signal
import subprocess
import sys
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve()
LAYER_BYTES = 400_000


def plan() -> dict[str, Any]:
    try:
        told = json.loads(HERE.with_name("ollama.plan").read_text())
    except (OSError, ValueError):
        return {}
    return told if isinstance(told, dict) else {}


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    asked = 0

    def do_GET(self) -> None:
        self._count()
        if self.path == "/api/version":
            self._whole({"version": plan().get("version", "0.35.1")})
        elif self.path == "/api/tags":
            self._whole({"models": [entry_of(name) for name in installed()]})
        elif self.path == "/api/ps":
            self._whole({"models": []})
        else:
            self._whole({"error": "404 page not found"}, 404)

    def do_POST(self) -> None:
        self._count()
        told = json.loads(self.rfile.read(int(self.headers.get("Content-Length", "0"))) or b"{}")
        name = full(str(told.get("model", "")))
        if self.path == "/api/pull":
            self._pull(name)
        elif name not in installed():
            self._whole({"error": f"model '{name}' not found"}, 404)
        elif self.path == "/api/show":
            info = {"general.architecture": "llama", "llama.context_length": 8192}
            self._whole({"details": {}, "model_info": info, "capabilities": ["completion"], "modelfile": "FROM x\n"})
        elif self.path == "/api/chat":
            self._chat(name, told)
        elif self.path == "/api/generate":
            self._whole({"model": name, "response": "", "done": True, "done_reason": "load"})
        else:
            self._whole({"error": "404 page not found"}, 404)

    def do_DELETE(self) -> None:
        told = json.loads(self.rfile.read(int(self.headers.get("Content-Length", "0"))) or b"{}")
        name = full(str(told.get("model", "")))
        if name not in installed():
            self._whole({"error": f"model '{name}' not found"}, 404)
            return
        path_of(name).unlink()
        self.send_response(200)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _pull(self, name: str) -> None:
        """A layer in forty pieces; what came stays, so that the next pull goes on from there."""
        self._begin()
        digest = hashlib.sha256(name.encode()).hexdigest()
        part = path_of(name).with_suffix(".part")
        self._line({"status": "pulling manifest"})
        done = int(part.read_text()) if part.exists() else 0
        while done < LAYER_BYTES:
            done = min(LAYER_BYTES, done + LAYER_BYTES // 40)
            part.write_text(str(done))
            layer = {"status": f"pulling {digest[:12]}", "digest": f"sha256:{digest}", "total": LAYER_BYTES}
            self._line(layer | {"completed": done})
            time.sleep(float(plan().get("pull_pause_s", 0.005)))
        part.unlink()
        path_of(name).write_text(digest)
        for status in ("verifying sha256 digest", "writing manifest", "success"):
            self._line({"status": status})
        self._end()

    def _chat(self, name: str, told: dict[str, Any]) -> None:
        text = f"Hello from {name}."
        if told.get("messages"):
            text = str(plan().get("answer", text))
        self._begin()
        now = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
        for word in text.split(" "):
            message = {"role": "assistant", "content": f"{word} "}
            self._line({"model": name, "created_at": now, "message": message, "done": False})
        last = {"model": name, "created_at": now, "message": {"role": "assistant", "content": ""}, "done": True}
        self._line(last | {"done_reason": "stop", "eval_count": 3, "eval_duration": 30_000_000})
        self._end()

    def _count(self) -> None:
        Handler.asked += 1
        most = plan().get("die_after")
        if most is not None and Handler.asked > most:
            os.kill(os.getpid(), signal.SIGKILL)

    def _whole(self, value: dict[str, Any], status: int = 200) -> None:
        body = json.dumps(value).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _begin(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "application/x-ndjson")
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()

    def _line(self, value: dict[str, Any]) -> None:
        data = json.dumps(value).encode() + b"\n"
        self.wfile.write(b"%x\r\n%b\r\n" % (len(data), data))
        self.wfile.flush()

    def _end(self) -> None:
        self.wfile.write(b"0\r\n\r\n")

    def log_message(self, *_: Any) -> None:
        print("[GIN]", self.command, self.path, flush=True)


def full(name: str) -> str:
    return name if ":" in name.rsplit("/", 1)[-1] else f"{name}:latest"


def path_of(name: str) -> Path:
    folder = Path(os.environ["OLLAMA_MODELS"])
    folder.mkdir(parents=True, exist_ok=True)
    return folder / (name.replace("/", "=").replace(":", "_") + ".model")


def installed() -> list[str]:
    names = [path.stem for path in Path(os.environ["OLLAMA_MODELS"]).glob("*.model")]
    return [":".join(name.replace("=", "/").rsplit("_", 1)) for name in sorted(names)]


def entry_of(name: str) -> dict[str, Any]:
    digest = hashlib.sha256(name.encode()).hexdigest()
    moment = "2026-10-01T08:06:48Z"
    return {"name": name, "model": name, "modified_at": moment, "size": LAYER_BYTES, "digest": digest, "details": {}}


def serve() -> None:
    told = plan()
    print("environment", json.dumps(sorted(os.environ)), flush=True)
    if told.get("refuse"):
        print("Error: something is wrong with this computer", flush=True)
        sys.exit(1)
    if told.get("child"):
        code = "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); time.sleep(600)"
        runner = subprocess.Popen([sys.executable, "-c", code])
        HERE.with_name("runner.pid").write_text(str(runner.pid))
    time.sleep(told.get("mute_s", 0))
    host, _, port = os.environ["OLLAMA_HOST"].rpartition(":")
    try:
        server = ThreadingHTTPServer((host, int(port)), Handler)
    except OSError as fault:
        print(f"Error: listen tcp {host}:{port}: bind: {fault}", flush=True)
        sys.exit(1)
    server.daemon_threads = True
    server.serve_forever()


def main() -> None:
    if sys.argv[1:] == ["--version"]:
        print("Warning: could not connect to a running Ollama instance")
        print(f"Warning: client version is {plan().get('version', '0.35.1')}")
    elif sys.argv[1:] == ["serve"]:
        serve()
    else:
        sys.exit(2)


if __name__ == "__main__":
    main()
